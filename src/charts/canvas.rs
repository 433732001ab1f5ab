//! Pictures on a canvas: for pictures with very many marks, and for PNG files.

use super::painter::{Align, Drawn, TENTHS};
use super::surface::{Area, Backend, Look, Surface, TextLook, area_on};
use super::{Size, Token};
use crate::decimal::decimal;
use plotters_backend::BackendCoord;
use std::f64::consts::TAU;
use web_sys::CanvasRenderingContext2d;

/// The face of words.
const FACE: &str = "\"Source Sans 3\", system-ui, sans-serif";

/// Draws a picture of a size on a canvas that has `ratio` device pixels to a CSS pixel. `color` gives what CSS writes
/// for a role. The ground is left as it is.
pub fn draw_on_canvas(
    context: &CanvasRenderingContext2d,
    size: Size,
    ratio: f64,
    color: &dyn Fn(Token) -> String,
    draw: impl FnOnce(&Area<'_>) -> Drawn<Backend<'static>>,
) {
    let scale = ratio / TENTHS;
    let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    context.set_line_cap("round");
    context.set_line_join("round");
    let mut surface = CanvasSurface { context, color, colors: Vec::new(), look: None };
    // Drawing on a canvas does not fail.
    let _ = draw(&area_on(&mut surface, size));
    surface.finish();
}

struct CanvasSurface<'a> {
    context: &'a CanvasRenderingContext2d,
    color: &'a dyn Fn(Token) -> String,
    /// The roles that occurred, asked for once.
    colors: Vec<(Token, String)>,
    /// The look of the path that is begun.
    look: Option<Look>,
}

impl CanvasSurface<'_> {
    /// Begins a path of a look, or goes on with it.
    fn begin(&mut self, look: Look) {
        if self.look != Some(look) {
            self.finish();
            self.context.begin_path();
            self.look = Some(look);
        }
    }

    /// Paints the path that is begun.
    fn finish(&mut self) {
        let Some(look) = self.look.take() else { return };
        let color = match look.token() {
            Some(token) => self.color_of(token),
            None => format!("rgb({} {} {})", look.rgb.0, look.rgb.1, look.rgb.2),
        };
        let context = self.context;
        context.set_global_alpha(look.opacity);
        match look.stroke {
            None => {
                context.set_fill_style_str(&color);
                context.fill();
            }
            Some(width) => {
                let dash = js_sys::Array::new();
                for length in look.dash().into_iter().flatten() {
                    dash.push(&(f64::from(length) * TENTHS).into());
                }
                let _ = context.set_line_dash(&dash);
                context.set_stroke_style_str(&color);
                context.set_line_width(f64::from(width));
                context.stroke();
            }
        }
        context.set_global_alpha(1.0);
    }

    fn color_of(&mut self, token: Token) -> String {
        if let Some((_, known)) = self.colors.iter().find(|(other, _)| *other == token) {
            return known.clone();
        }
        let color = (self.color)(token);
        self.colors.push((token, color.clone()));
        color
    }
}

impl Surface for CanvasSurface<'_> {
    fn polyline(&mut self, look: Look, points: &[BackendCoord], close: bool) {
        self.begin(look);
        for (place, &(x, y)) in points.iter().enumerate() {
            let (x, y) = (f64::from(x), f64::from(y));
            if place == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
        if close {
            self.context.close_path();
        }
    }

    fn dot(&mut self, look: Look, (x, y): BackendCoord) {
        self.begin(look);
        // A stroke of hardly any length with round ends.
        self.context.move_to(f64::from(x), f64::from(y));
        self.context.line_to(f64::from(x) + 0.01, f64::from(y));
    }

    fn ring(&mut self, look: Look, (x, y): BackendCoord, radius: u32) {
        self.begin(look);
        let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(radius));
        self.context.move_to(x + radius, y);
        let _ = self.context.arc(x, y, radius, 0.0, TAU);
    }

    fn text(&mut self, text: &str, look: TextLook, (x, y): BackendCoord) {
        self.finish();
        let color = look.token.map_or_else(String::new, |token| self.color_of(token));
        let halo = look.has_halo().then(|| self.color_of(Token::GROUND));
        let context = self.context;
        let weight = if look.strong { 600 } else { 400 };
        context.set_font(&format!("{weight} {}px {FACE}", decimal(look.size * TENTHS, 2)));
        context.set_text_align(match look.align {
            Align::Start => "left",
            Align::Middle => "center",
            Align::End => "right",
        });
        let (x, y) = (f64::from(x), f64::from(y) + 0.33 * look.size * TENTHS);
        context.set_global_alpha(look.opacity);
        if let Some(halo) = halo {
            let _ = context.set_line_dash(&js_sys::Array::new());
            context.set_stroke_style_str(&halo);
            context.set_line_width(4.0 * TENTHS);
            let _ = context.stroke_text(text, x, y);
        }
        context.set_fill_style_str(&color);
        let _ = context.fill_text(text, x, y);
        context.set_global_alpha(1.0);
    }
}
