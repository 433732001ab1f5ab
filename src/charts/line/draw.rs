//! Draw: from positions to marks on any backend.

use super::{LineLayout, LineSpec, PlacedMark, PlacedSeries, SeriesRole};
use crate::charts::frame::{draw_absence, draw_watermark};
use crate::charts::{Drawn, Painter, Point, Rect, Token};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

impl LineSpec {
    /// Draws the chart on an area of the spec's size, in tenths of a pixel.
    pub fn draw<DB: DrawingBackend>(&self, layout: &LineLayout, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
        if let Some(crowd) = &layout.crowd {
            crowd.draw(area)?;
        }
        self.draw_front(layout, area)
    }

    /// Draws what is in front of all other areas.
    pub fn draw_front<DB: DrawingBackend>(
        &self,
        layout: &LineLayout,
        area: &DrawingArea<DB, Shift>,
    ) -> Drawn<DB> {
        let painter = Painter::new(area);
        draw_axes(&painter, layout)?;
        if let Some(text) = &self.watermark {
            draw_watermark(&painter, layout.plot, text)?;
        }
        for series in layout.series.iter().rev() {
            for band in &series.bands {
                painter.polygon(band, series.role.token(), 0.14)?;
            }
        }
        // The first lines of the spec end up on top.
        for series in layout.series.iter().rev() {
            draw_line(&painter, series)?;
        }
        draw_dots(&painter, layout)?;
        for (token, leader) in &layout.leaders {
            // Drawn solid: a dash would be all that is left of so short a line.
            painter.line(leader, if token.dash().is_some() { Token::AXIS } else { *token }, 1.0)?;
        }
        for (role, sample) in &layout.samples {
            painter.line(sample, role.token(), role.width())?;
        }
        for (reason, center) in &layout.absence_key {
            draw_absence(&painter, *center, *reason, Token::MUTED)?;
        }
        layout.texts.iter().try_for_each(|text| text.draw(&painter))
    }
}

fn draw_axes<DB: DrawingBackend>(painter: &Painter<'_, DB>, layout: &LineLayout) -> Drawn<DB> {
    let plot = layout.plot;
    let across = |y: f64| [Point { x: plot.left, y }, Point { x: plot.right, y }];
    for &y in layout.grid.iter().filter(|y| Some(**y) != layout.baseline) {
        painter.line(&across(y), Token::GRID, 1.0)?;
    }
    if let Some(y) = layout.baseline {
        painter.line(&across(y), Token::AXIS, 1.0)?;
    }
    for &x in &layout.breaks {
        // A hair of short strokes; the token's own dashes belong to lines of data.
        let mut y = plot.top - 8.0;
        while y < plot.bottom {
            painter.line(&[Point { x, y }, Point { x, y: (y + 3.0).min(plot.bottom) }], Token::AXIS, 1.0)?;
            y += 6.0;
        }
    }
    for (line, time) in &layout.events {
        if let Some(time) = time {
            let Rect { left, top, right, bottom } = *time;
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
            painter.polygon(&corners.map(|(x, y)| Point { x, y }), Token::AXIS, 0.12)?;
        }
        painter.line(line, Token::MUTED, 1.0)?;
    }
    for target in &layout.targets {
        painter.line(target, Token::County, 1.5)?;
    }
    if let Some(x) = layout.highlight {
        painter.line(&[Point { x, y: plot.top }, Point { x, y: plot.bottom + 4.0 }], Token::AXIS, 1.0)?;
    }
    Ok(())
}

fn draw_line<DB: DrawingBackend>(painter: &Painter<'_, DB>, series: &PlacedSeries) -> Drawn<DB> {
    let (token, width) = (series.role.token(), series.role.width());
    for piece in series.pieces.iter().filter(|piece| piece.len() > 1) {
        painter.line(piece, token, width)?;
    }
    // A value between two gaps is a line of one point: without a dot it would not be seen.
    for piece in series.pieces.iter().filter(|piece| piece.len() == 1) {
        painter.dot(piece[0], width.max(1.5) + 0.25, token)?;
    }
    for mark in &series.marks {
        if let PlacedMark::Absent(Some(center), reason) = mark {
            draw_absence(painter, *center, *reason, token)?;
        }
    }
    Ok(())
}

/// Draws dots where the named lines have the highlighted period (or, without one, where chosen lines end).
fn draw_dots<DB: DrawingBackend>(painter: &Painter<'_, DB>, layout: &LineLayout) -> Drawn<DB> {
    for series in layout.series.iter().rev().filter(|series| series.role != SeriesRole::Context) {
        let mut numbers = series.marks.iter().filter_map(|mark| match mark {
            PlacedMark::Number(point) => Some(*point),
            PlacedMark::Absent(..) => None,
        });
        let dot = match layout.highlight {
            Some(x) => numbers.find(|point| point.x == x),
            None if matches!(series.role, SeriesRole::Chosen(_)) => numbers.next_back(),
            None => None,
        };
        if let Some(point) = dot {
            painter.dot(point, 5.5, Token::GROUND)?;
            painter.dot(point, 4.0, series.role.token())?;
        }
    }
    Ok(())
}
