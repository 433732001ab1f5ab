//! Pictures on a canvas: for pictures with very many marks, and for PNG files.

use super::dots::{Mask, mask};
use super::painter::{Align, Drawn, TENTHS};
use super::surface::{Area, Backend, Look, Surface, TextLook, area_on};
use super::{Size, Token};
use crate::decimal::decimal;
use plotters_backend::BackendCoord;
use std::f64::consts::TAU;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// The face of words.
const FACE: &str = "\"Source Sans 3\", system-ui, sans-serif";

/// So many dots of one look are put on pixel by pixel: as one path they would take many times as long.
const MANY_DOTS: usize = 1000;

/// Draws a picture of a size on a canvas that has `ratio` device pixels to a CSS pixel. `color` gives what CSS writes
/// for a role. The ground is left as it is. Where there is a second canvas of the same size `under` the first, very many
/// dots are put there, which takes half as long as among the rest; they are then behind everything else.
pub fn draw_on_canvas(
    context: &CanvasRenderingContext2d,
    under: Option<&CanvasRenderingContext2d>,
    size: Size,
    ratio: f64,
    color: &dyn Fn(Token) -> String,
    draw: impl FnOnce(&Area<'_>) -> Drawn<Backend<'static>>,
) {
    let scale = ratio / TENTHS;
    let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    context.set_line_cap("round");
    context.set_line_join("round");
    let mut surface =
        CanvasSurface { context, under, color, scale, colors: Vec::new(), look: None, dots: Vec::new() };
    // Drawing on a canvas does not fail.
    let _ = draw(&area_on(&mut surface, size));
    surface.finish();
}

struct CanvasSurface<'a> {
    context: &'a CanvasRenderingContext2d,
    /// Where the first very many dots go.
    under: Option<&'a CanvasRenderingContext2d>,
    color: &'a dyn Fn(Token) -> String,
    /// Device pixels in a tenth of a CSS pixel.
    scale: f64,
    /// The roles that occurred, asked for once.
    colors: Vec<(Token, String)>,
    /// The look of the path that is begun.
    look: Option<Look>,
    /// Dots of that look which are not in the path yet.
    dots: Vec<(f64, f64)>,
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
        let dots = std::mem::take(&mut self.dots);
        if dots.len() > MANY_DOTS {
            self.stamp(&dots, look, &color);
        } else {
            for (x, y) in dots {
                // A stroke of hardly any length with round ends.
                context.move_to(x, y);
                context.line_to(x + 0.01, y);
            }
        }
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

    /// Puts dots on, as one picture.
    fn stamp(&mut self, dots: &[(f64, f64)], look: Look, color: &str) -> Option<()> {
        let context = self.context;
        let ground = context.canvas()?;
        let radius = f64::from(look.stroke.unwrap_or(0)) / 2.0 * self.scale;
        let rgb = self.opaque(color);
        let Mask { left, top, width, height, pixels } =
            mask(dots, self.scale, radius, (ground.width(), ground.height()), rgb.unwrap_or_default())?;
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&pixels), width, height).ok()?;
        if rgb.is_some()
            && look.opacity >= 1.0
            && let Some(under) = self.under.take()
        {
            return under.put_image_data(&data, f64::from(left), f64::from(top)).ok();
        }
        let canvas = ground.owner_document()?.create_element("canvas").ok()?;
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        canvas.set_width(width);
        canvas.set_height(height);
        let stamp: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        stamp.put_image_data(&data, 0.0, 0.0).ok()?;
        // A color that is no plain one is laid over the dots by the browser, which takes longer.
        if rgb.is_none() {
            stamp.set_global_composite_operation("source-in").ok()?;
            stamp.set_fill_style_str(color);
            stamp.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
        }
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
        context.draw_image_with_html_canvas_element(&canvas, f64::from(left), f64::from(top)).ok()?;
        context.set_transform(self.scale, 0.0, 0.0, self.scale, 0.0, 0.0).ok()
    }

    /// Red, green and blue of an opaque color: a canvas gives back as `#rrggbb` what CSS has many ways to write.
    fn opaque(&self, color: &str) -> Option<[u8; 3]> {
        self.context.set_fill_style_str(color);
        let plain = js_sys::Reflect::get(self.context, &"fillStyle".into()).ok()?.as_string()?;
        let digits = plain.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some([red, green, blue])
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
        self.dots.push((f64::from(x), f64::from(y)));
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
