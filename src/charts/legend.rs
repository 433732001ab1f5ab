//! Legend of a map as a histogram (M3): how many areas have which value, in the map's colors, over classes of equal
//! width with their limits. Fine lines lead from where a limit lies among the values to where it stands in the key, so
//! that limits can be read also where classes are narrow.

use super::frame::{PlacedText, TICK_SIZE};
use super::svg::{Naming, Styling, document};
use super::{Align, Drawn, Painter, Point, Rect, Size, Table, TextPen, Token};
use crate::i18n::number::{NumberStyle, number_text};
use crate::model::{Indicator, Language, Unit};
use crate::order::sorted;
use crate::stats::quantile::quantiles;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendSpec {
    /// Width of the picture in pixels.
    pub width: f64,
    /// Of numbers.
    pub language: Language,
    /// Of the values.
    pub unit: Unit,
    /// Decimals of values.
    pub decimals: u8,
    /// Values of all areas that have one.
    pub values: Vec<f64>,
    /// Limits between classes, ascending: one fewer than classes. A value equal to a limit belongs below it.
    pub limits: Vec<f64>,
    /// The value of the area that is pointed at.
    pub hovered: Option<f64>,
    /// A value for comparison, for instance the country's, with its name.
    pub reference: Option<(String, f64)>,
}

/// Where everything of a legend is, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendLayout {
    /// Of the picture.
    pub size: Size,
    /// Where the histogram stands.
    pub plot: Rect,
    /// Bars with their class.
    pub bars: Vec<(u8, Rect)>,
    /// One box a class.
    pub swatches: Vec<Rect>,
    /// Lines from limits in the histogram to limits in the key.
    pub connectors: Vec<[Point; 2]>,
    /// x of the hovered value.
    pub hovered: Option<f64>,
    /// x of the reference.
    pub reference: Option<f64>,
    /// All words and numbers.
    pub texts: Vec<PlacedText>,
}

/// The numbers that a legend shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendDescription {
    /// Lower limit (absent for the lowest class), upper limit (absent for the highest) and number of areas.
    pub classes: Vec<(Option<f64>, Option<f64>, usize)>,
}

const BAR: f64 = 3.0;
const HISTOGRAM: f64 = 54.0;
const CONNECTOR: f64 = 12.0;
const SWATCH: f64 = 14.0;

impl LegendSpec {
    /// The legend of an indicator's map, without values yet.
    pub fn of(indicator: &Indicator, width: f64, language: Language) -> Self {
        Self {
            width,
            language,
            unit: indicator.unit.clone(),
            decimals: indicator.decimals,
            values: Vec::new(),
            limits: Vec::new(),
            hovered: None,
            reference: None,
        }
    }

    /// Computes all positions.
    pub fn layout(&self) -> LegendLayout {
        let plot = Rect { left: 0.0, top: 20.0, right: self.width, bottom: 20.0 + HISTOGRAM };
        let (low, high) = self.domain();
        let x = |value: f64| plot.left + ((value - low) / (high - low)).clamp(0.0, 1.0) * plot.width();
        let swatch_top = plot.bottom + CONNECTOR;
        let n_classes = self.limits.len() + 1;
        let swatch_width = self.width / n_classes as f64;
        let edge = |class: usize| class as f64 * swatch_width;
        let swatch = |class: usize| Rect {
            left: edge(class) + if class == 0 { 0.0 } else { 0.5 },
            top: swatch_top,
            right: edge(class + 1) - if class + 1 == n_classes { 0.0 } else { 0.5 },
            bottom: swatch_top + SWATCH,
        };
        let connector = |(index, limit): (usize, &f64)| {
            [Point { x: x(*limit), y: plot.bottom + 1.0 }, Point { x: edge(index + 1), y: swatch_top - 1.0 }]
        };
        let mut layout = LegendLayout {
            size: Size { width: self.width, height: swatch_top + SWATCH + 20.0 },
            plot,
            bars: self.bars(&plot, &x),
            swatches: (0..n_classes).map(swatch).collect(),
            connectors: self.limits.iter().enumerate().map(connector).collect(),
            hovered: self.hovered.map(x),
            reference: self.reference.as_ref().map(|(_, value)| x(*value)),
            texts: Vec::new(),
        };
        self.place_texts(&mut layout, swatch_width, high);
        layout
    }

    /// The class of a value, right-closed.
    pub fn class_of(&self, value: f64) -> usize {
        self.limits.partition_point(|limit| *limit < value)
    }

    /// Least and greatest value drawn. A long upper tail is cut where the bulk of areas would be squeezed into a corner;
    /// what lies beyond stands in the last bar.
    fn domain(&self) -> (f64, f64) {
        let [low, bulk, high] = quantiles(&self.values, &[0.0, 0.98, 1.0])[..] else { return (0.0, 1.0) };
        let last_limit = self.limits.last().copied().unwrap_or(low);
        let cut = bulk.max(last_limit);
        let high = if high - low > 2.0 * (cut - low) && cut > low { cut } else { high };
        if high > low { (low, high) } else { (low - 0.5, high + 0.5) }
    }

    fn bars(&self, plot: &Rect, x: &impl Fn(f64) -> f64) -> Vec<(u8, Rect)> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a bar of a picture's width"
        )]
        let bar = |value: f64| ((x(value) - plot.left) / BAR).max(0.0) as usize;
        let n_bars = (bar(f64::INFINITY)).max(1);
        let n_classes = self.limits.len() + 1;
        let mut counts = vec![vec![0_u32; n_classes]; n_bars];
        for &value in &self.values {
            counts[bar(value).min(n_bars - 1)][self.class_of(value)] += 1;
        }
        let most = counts.iter().map(|classes| classes.iter().sum::<u32>()).max().unwrap_or(1).max(1);
        let mut bars = Vec::new();
        for (index, classes) in counts.iter().enumerate() {
            // A bar that holds a limit has a part for each class, stacked.
            let mut bottom = plot.bottom;
            for (class, &count) in (0_u8..).zip(classes).filter(|(_, count)| **count > 0) {
                let height = (f64::from(count) / f64::from(most) * plot.height()).max(1.0);
                let left = plot.left + index as f64 * BAR;
                bars.push((class, Rect { left, top: bottom - height, right: left + BAR, bottom }));
                bottom -= height;
            }
        }
        bars
    }

    fn place_texts(&self, layout: &mut LegendLayout, swatch_width: f64, drawn_to: f64) {
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let pen = TextPen::new(Token::MUTED, TICK_SIZE).align(Align::Middle);
        let y = layout.size.height - 9.0;
        let mut free_from = f64::NEG_INFINITY;
        for (index, limit) in self.limits.iter().enumerate() {
            let at = Point { x: (index + 1) as f64 * swatch_width, y };
            let label = PlacedText { at, text: number_text(*limit, style), pen }.within(0.0, self.width);
            if label.bounds().left >= free_from {
                free_from = label.bounds().right + 5.0;
                layout.texts.push(label);
            }
        }
        let mut free_to = self.width;
        let greatest = self.values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if greatest > drawn_to {
            let up_to = match self.language {
                Language::Sv => "upp till",
                Language::En => "up to",
            };
            let text = format!("{up_to} {}", number_text(greatest, style));
            let label = PlacedText { at: Point { x: self.width, y: 8.0 }, text, pen: pen.align(Align::End) };
            free_to = label.bounds().left - 8.0;
            layout.texts.push(label);
        }
        if let (Some((name, value)), Some(x)) = (&self.reference, layout.reference) {
            let text = format!("{name} {}", number_text(*value, style));
            let pen = TextPen { token: Token::INK, ..pen };
            layout.texts.push(PlacedText { at: Point { x, y: 8.0 }, text, pen }.within(0.0, free_to));
        }
    }

    /// Draws the legend on an area of the layout's size, in tenths of a pixel.
    pub fn draw<DB: DrawingBackend>(
        &self,
        layout: &LegendLayout,
        area: &DrawingArea<DB, Shift>,
    ) -> Drawn<DB> {
        let painter = Painter::new(area);
        // Class by class, so that each is one path.
        for class in (0_u8..).zip(&layout.swatches).map(|(class, _)| class) {
            for (_, bar) in layout.bars.iter().filter(|(of, _)| *of == class) {
                painter.rect(*bar, Token::Class(class))?;
            }
            painter.rect(layout.swatches[usize::from(class)], Token::Class(class))?;
        }
        // Pale classes hardly differ from the ground: outlines give them their shape.
        painter.line(&outline(layout), Token::AXIS, 1.0)?;
        if let (Some(first), Some(last)) = (layout.swatches.first(), layout.swatches.last()) {
            painter.frame(Rect { right: last.right, ..*first }, Token::AXIS, 1.0)?;
        }
        let floor = [
            Point { x: 0.0, y: layout.plot.bottom + 0.5 },
            Point { x: self.width, y: layout.plot.bottom + 0.5 },
        ];
        painter.line(&floor, Token::AXIS, 1.0)?;
        for connector in &layout.connectors {
            painter.line(connector, Token::AXIS, 1.0)?;
        }
        if let Some(x) = layout.reference {
            let line = [Point { x, y: layout.plot.top - 4.0 }, Point { x, y: layout.plot.bottom }];
            painter.line(&line, Token::Nation, 1.5)?;
        }
        if let Some(x) = layout.hovered {
            let line = [Point { x, y: layout.plot.top - 4.0 }, Point { x, y: layout.plot.bottom }];
            painter.line(&line, Token::INK, 2.0)?;
            painter.dot(line[0], 3.0, Token::INK)?;
        }
        layout.texts.iter().try_for_each(|text| text.draw(&painter))
    }

    /// The numbers for words.
    pub fn describe(&self) -> LegendDescription {
        let n_classes = self.limits.len() + 1;
        let mut counts = vec![0; n_classes];
        for &value in &self.values {
            counts[self.class_of(value)] += 1;
        }
        let limits = |class: usize| {
            (class.checked_sub(1).map(|below| self.limits[below]), self.limits.get(class).copied())
        };
        let class = |(class, count): (usize, usize)| (limits(class).0, limits(class).1, count);
        LegendDescription { classes: counts.into_iter().enumerate().map(class).collect() }
    }

    /// A row a class: its limits and how many areas it has.
    pub fn table(&self) -> Table {
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let whole = NumberStyle { decimals: 0, ..style };
        let (limits, areas, at_most, above) = match self.language {
            Language::Sv => ("Klass", "Antal områden", "högst", "över"),
            Language::En => ("Class", "Number of areas", "at most", "above"),
        };
        let words = |low: Option<f64>, high: Option<f64>| match (low, high) {
            (Some(low), Some(high)) => {
                format!("{above} {}, {at_most} {}", number_text(low, style), number_text(high, style))
            }
            (None, Some(high)) => format!("{at_most} {}", number_text(high, style)),
            (Some(low), None) => format!("{above} {}", number_text(low, style)),
            (None, None) => String::new(),
        };
        let row = |(low, high, count): (Option<f64>, Option<f64>, usize)| {
            vec![words(low, high), number_text(count as f64, whole)]
        };
        Table {
            header: vec![limits.to_owned(), areas.to_owned()],
            rows: self.describe().classes.into_iter().map(row).collect(),
        }
    }

    /// The picture as SVG. The page gives the classes their colors through `data-scale` and `data-classes` around it.
    pub fn svg(&self, naming: Naming<'_>, styling: Styling) -> String {
        let layout = self.layout();
        document(layout.size, naming, styling, |area| self.draw(&layout, area)).unwrap_or_default()
    }
}

/// The silhouette of the bars, from the left end of the floor to the right.
fn outline(layout: &LegendLayout) -> Vec<Point> {
    let floor = layout.plot.bottom;
    let mut tops: Vec<(f64, f64)> = layout.bars.iter().map(|(_, bar)| (bar.left, bar.top)).collect();
    tops = sorted(&tops, &|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    // Of the stacked parts of a bar the highest.
    tops.dedup_by(|next, kept| next.0 == kept.0);
    let mut line = vec![Point { x: layout.plot.left, y: floor }];
    let mut end = layout.plot.left;
    for (left, y) in tops {
        if left > end + 0.1 {
            line.extend([Point { x: end, y: floor }, Point { x: left, y: floor }]);
        }
        end = left + BAR;
        line.extend([Point { x: left, y }, Point { x: end, y }]);
    }
    line.extend([Point { x: end, y: floor }, Point { x: layout.plot.right, y: floor }]);
    line
}

impl LegendLayout {
    /// The class whose swatch or bar lies at a position.
    pub fn class_at(&self, x: f64, y: f64) -> Option<usize> {
        let within = |rect: &Rect| (rect.left..=rect.right).contains(&x);
        if y >= self.plot.bottom {
            return self.swatches.iter().position(within);
        }
        self.bars.iter().find(|(_, bar)| within(bar)).map(|(class, _)| usize::from(*class))
    }
}
