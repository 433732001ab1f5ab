//! What pictures are put on. plotters has one backend of ours, which hands every mark to a [`Surface`]: SVG or a canvas.
//! So a chart is compiled once, whatever it is drawn on.

use super::painter::{Align, TENTHS};
use super::{Size, Token, Weight, text_width};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;

/// The area of a picture; its coordinates are tenths of a pixel.
pub type Area<'a> = DrawingArea<Backend<'a>, Shift>;

/// Takes marks as they come. Lengths and positions are tenths of a pixel.
pub(super) trait Surface {
    /// A line through points, stroked or filled; closed or open.
    fn polyline(&mut self, look: Look, points: &[BackendCoord], close: bool);
    /// A dot as wide as the look's stroke.
    fn dot(&mut self, look: Look, center: BackendCoord);
    /// A circle's line.
    fn ring(&mut self, look: Look, center: BackendCoord, radius: u32);
    /// A line of text, vertically around its position.
    fn text(&mut self, text: &str, look: TextLook, at: BackendCoord);
}

/// How a shape looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// A token, or a color of the picture's own.
    pub(super) rgb: (u8, u8, u8),
    /// 0–1.
    pub(super) opacity: f64,
    /// Width of the stroke in tenths, or `None` for a fill.
    pub(super) stroke: Option<u32>,
    /// Dots are never dashed.
    pub(super) dots: bool,
}

impl Look {
    fn new(color: BackendColor, stroke: Option<u32>, dots: bool) -> Self {
        Self { rgb: color.rgb, opacity: color.alpha, stroke, dots }
    }

    /// The role, if the color is one.
    pub(super) fn token(&self) -> Option<Token> {
        Token::from_reserved(BackendColor { rgb: self.rgb, alpha: self.opacity })
    }

    /// Dash and gap in pixels, where the line is dashed.
    pub(super) fn dash(&self) -> Option<[u8; 2]> {
        self.token().and_then(Token::dash).filter(|_| !self.dots)
    }
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TextLook {
    /// Its role, if the color is one.
    pub(super) token: Option<Token>,
    /// 0–1.
    pub(super) opacity: f64,
    /// In pixels.
    pub(super) size: f64,
    /// Semibold.
    pub(super) strong: bool,
    /// Where it stands from its position.
    pub(super) align: Align,
}

impl TextLook {
    /// Whether the text has an edge in the color of the ground.
    pub(super) fn has_halo(&self) -> bool {
        self.opacity >= 1.0
    }
}

/// The drawing area of a size on a surface.
pub(super) fn area_on(surface: &mut dyn Surface, size: Size) -> Area<'_> {
    Backend { surface, size }.into_drawing_area()
}

/// Our backend of plotters.
pub struct Backend<'a> {
    surface: &'a mut dyn Surface,
    size: Size,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (whole(self.size.width * TENTHS), whole(self.size.height * TENTHS))
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let stroke = (!fill).then(|| style.stroke_width());
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        self.surface.polyline(Look::new(style.color(), stroke, false), &corners, true);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        self.surface.polyline(Look::new(style.color(), Some(style.stroke_width()), false), &points, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        if fill {
            self.surface.dot(Look::new(style.color(), Some(2 * radius), true), center);
        } else {
            let look = Look::new(style.color(), Some(style.stroke_width()), true);
            self.surface.ring(look, center, radius);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        let points: Vec<BackendCoord> = vert.into_iter().collect();
        self.surface.polyline(Look::new(style.color(), None, false), &points, true);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        let color = style.color();
        let look = TextLook {
            token: Token::from_reserved(color),
            opacity: color.alpha,
            size: style.size() / TENTHS,
            strong: is_strong(style),
            align: match style.anchor().h_pos {
                HPos::Left => Align::Start,
                HPos::Center => Align::Middle,
                HPos::Right => Align::End,
            },
        };
        self.surface.text(text, look, at);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let weight = if is_strong(style) { Weight::Semibold } else { Weight::Regular };
        Ok((whole(text_width(text, style.size(), weight)), whole(style.size())))
    }
}

fn is_strong<S: BackendTextStyle>(style: &S) -> bool {
    matches!(style.style(), FontStyle::Bold)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes are small and not negative"
)]
fn whole(number: f64) -> u32 {
    number.ceil().max(0.0) as u32
}
