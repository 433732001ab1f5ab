//! Within and between (C9): how the differences between persons divide into parts that add up, a bar a subject. The
//! part that no map can show, between persons who live in the same smallest area, is drawn like all the others.

use super::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE, draw_watermark, wrapped};
use super::svg::{Naming, Styling, document};
use super::{Align, Drawn, Painter, Point, Rect, Size, Table, TextPen, Token, Weight, text_width};
use crate::i18n::number::{NumberStyle, percent_text};
use crate::i18n::text::text;
use crate::model::Language;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct WithinBetweenSpec {
    /// Width of the picture in pixels; its height follows from the rows.
    pub width: f64,
    /// Of labels.
    pub language: Language,
    /// What the parts are, from between the largest areas to within the smallest.
    pub parts: Vec<String>,
    /// The bars.
    pub rows: Vec<WithinBetweenRow>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct WithinBetweenRow {
    /// What differs between persons.
    pub name: String,
    /// The parts, 0–1, together 1.
    pub shares: Vec<f64>,
}

/// Where everything is, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct WithinBetweenLayout {
    /// Of the picture.
    pub size: Size,
    /// The bars' field.
    pub plot: Rect,
    /// Boxes, one list a row, one box a part.
    pub bars: Vec<Vec<Rect>>,
    /// The key's boxes, one a part.
    pub key: Vec<Rect>,
    /// All words and numbers.
    pub texts: Vec<PlacedText>,
}

const BAR: f64 = 26.0;
/// Between a bar and the next row's name.
const GAP: f64 = 14.0;
const KEY: f64 = 12.0;

impl WithinBetweenSpec {
    /// Computes all positions.
    pub fn layout(&self) -> WithinBetweenLayout {
        let mut texts = Vec::new();
        let (key, top) = self.place_key(&mut texts);
        let mut plot = Rect { left: 0.0, top, right: self.width, bottom: top };
        let mut next = top;
        let row = |row: &WithinBetweenRow| {
            let pen = TextPen::new(Token::INK, LABEL_SIZE);
            for line in wrapped(&row.name, LABEL_SIZE, Weight::Regular, self.width) {
                let at = Point { x: 0.0, y: next + LINE_HEIGHT / 2.0 };
                texts.push(PlacedText { at, text: line, pen });
                next += LINE_HEIGHT;
            }
            // Where the bar begins; the next row's name stands a little below it.
            let top = next;
            next += BAR + GAP;
            let mut left = plot.left;
            let bars: Vec<Rect> = row
                .shares
                .iter()
                .map(|share| {
                    let right = left + share.max(0.0) * plot.width();
                    let bar = Rect { left, top, right, bottom: top + BAR };
                    left = right;
                    bar
                })
                .collect();
            for (part, (bar, share)) in bars.iter().zip(&row.shares).enumerate() {
                texts.extend(self.share_label(bar, part, *share));
            }
            bars
        };
        let bars = self.rows.iter().map(row).collect();
        plot.bottom = next - if self.rows.is_empty() { 0.0 } else { GAP };
        let size = Size { width: self.width, height: plot.bottom + 4.0 };
        WithinBetweenLayout { size, plot, bars, key, texts }
    }

    /// The part's percentage inside its box, where it fits.
    fn share_label(&self, bar: &Rect, part: usize, share: f64) -> Option<PlacedText> {
        let text = self.share_text(share);
        let fits = text_width(&text, LABEL_SIZE, Weight::Semibold) + 8.0 <= bar.width();
        let token = if self.is_within(part) { Token::INK } else { Token::GROUND };
        let at = Point { x: (bar.left + bar.right) / 2.0, y: (bar.top + bar.bottom) / 2.0 };
        // On the colour of its own part the text needs no halo, which opacity below 1 leaves out.
        let pen = TextPen { opacity: 0.999, ..TextPen::new(token, LABEL_SIZE).align(Align::Middle).strong() };
        fits.then_some(PlacedText { at, text, pen })
    }

    /// What the colours mean, as many beside each other as there is room for. Gives the boxes and where the bars begin.
    fn place_key(&self, texts: &mut Vec<PlacedText>) -> (Vec<Rect>, f64) {
        let (mut x, mut y) = (0.0, 0.0);
        let boxes = self
            .parts
            .iter()
            .map(|part| {
                let width = KEY + 6.0 + text_width(part, TICK_SIZE, Weight::Regular) + 18.0;
                if x > 0.0 && x + width - 18.0 > self.width {
                    (x, y) = (0.0, y + LINE_HEIGHT);
                }
                let middle = y + LINE_HEIGHT / 2.0;
                let key =
                    Rect { left: x, top: middle - KEY / 2.0, right: x + KEY, bottom: middle + KEY / 2.0 };
                let pen = TextPen::new(Token::MUTED, TICK_SIZE);
                texts.push(PlacedText { at: Point { x: x + KEY + 6.0, y: middle }, text: part.clone(), pen });
                x += width;
                key
            })
            .collect();
        (boxes, y + LINE_HEIGHT + 10.0)
    }

    fn is_within(&self, part: usize) -> bool {
        part + 1 == self.parts.len()
    }

    fn token(&self, part: usize) -> Token {
        if self.is_within(part) { Token::CONTEXT } else { Token::Series(u8::try_from(part).unwrap_or(7)) }
    }

    fn share_text(&self, share: f64) -> String {
        percent_text(share * 100.0, NumberStyle { decimals: 0, language: self.language })
    }

    /// Draws on an area of the layout's size, in tenths of a pixel.
    pub fn draw<DB: DrawingBackend>(
        &self,
        layout: &WithinBetweenLayout,
        area: &DrawingArea<DB, Shift>,
    ) -> Drawn<DB> {
        let painter = Painter::new(area);
        for (part, key) in layout.key.iter().enumerate() {
            painter.rect(*key, self.token(part))?;
        }
        for bars in &layout.bars {
            for (part, bar) in bars.iter().enumerate() {
                painter.rect(*bar, self.token(part))?;
            }
            // A thin line between neighbours, so that they are told apart without colours too.
            for bar in bars.iter().skip(1) {
                let edge = [Point { x: bar.left, y: bar.top }, Point { x: bar.left, y: bar.bottom }];
                painter.line(&edge, Token::GROUND, 2.0)?;
            }
        }
        if let Some(text) = &self.watermark {
            draw_watermark(&painter, layout.plot, text)?;
        }
        layout.texts.iter().try_for_each(|text| text.draw(&painter))
    }

    /// The parts as rows.
    pub fn table(&self) -> Table {
        let header = std::iter::once(text(self.language).indicator.to_owned()).chain(self.parts.clone());
        let row = |row: &WithinBetweenRow| {
            let shares = row.shares.iter().map(|share| self.share_text(*share));
            std::iter::once(row.name.clone()).chain(shares).collect()
        };
        Table { header: header.collect(), rows: self.rows.iter().map(row).collect() }
    }

    /// The picture as SVG.
    pub fn svg(&self, naming: Naming<'_>, styling: Styling) -> String {
        let layout = self.layout();
        document(layout.size, naming, styling, |area| self.draw(&layout, area)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(width: f64) -> WithinBetweenSpec {
        let row =
            |name: &str, shares: [f64; 3]| WithinBetweenRow { name: name.into(), shares: shares.into() };
        WithinBetweenSpec {
            width,
            language: Language::Sv,
            parts: ["mellan RegSO", "mellan DeSO i samma RegSO", "mellan personer i samma DeSO"]
                .map(Into::into)
                .into(),
            rows: vec![
                row("Födda utomlands, 31 procent", [0.13, 0.024, 0.846]),
                row(
                    "Högst grundskola · alla folkbokförda i åldern 20–64 år (14 procent, 2024)",
                    [0.0, 0.0, 1.0],
                ),
            ],
            watermark: None,
        }
    }

    #[test]
    fn the_parts_of_a_bar_lie_end_to_end_and_fill_it() {
        for width in [320.0, 720.0, 1600.0] {
            let layout = spec(width).layout();
            for (bars, row) in layout.bars.iter().zip(&spec(width).rows) {
                assert!((bars[0].left - layout.plot.left).abs() < 1e-9);
                assert!((bars[2].right - layout.plot.right).abs() < 1e-9);
                for (pair, share) in bars.windows(2).zip(&row.shares) {
                    assert!((pair[0].right - pair[1].left).abs() < 1e-9);
                    assert!((pair[0].width() - share * layout.plot.width()).abs() < 1e-9);
                }
            }
        }
    }

    #[test]
    fn words_stay_inside_and_do_not_lie_over_each_other() {
        for width in [280.0, 320.0, 720.0] {
            let layout = spec(width).layout();
            let bounds: Vec<Rect> = layout.texts.iter().map(PlacedText::bounds).collect();
            assert!(layout.bars[1][0].top >= layout.bars[0][0].bottom + LINE_HEIGHT);
            assert!((layout.bars[1][2].bottom - layout.plot.bottom).abs() < 1e-9);
            for (position, own) in bounds.iter().enumerate() {
                assert!(own.left >= -0.5 && own.right <= width + 0.5, "{:?}", layout.texts[position]);
                for other in &bounds[..position] {
                    let apart = own.right <= other.left
                        || other.right <= own.left
                        || own.bottom <= other.top
                        || other.bottom <= own.top;
                    assert!(apart, "{own:?} {other:?} at {width}");
                }
            }
        }
    }

    #[test]
    fn the_table_says_every_share() {
        let table = spec(720.0).table();
        assert_eq!(table.header.len(), 4);
        assert_eq!(table.rows[0][1..], ["13\u{a0}%", "2\u{a0}%", "85\u{a0}%"]);
    }
}
