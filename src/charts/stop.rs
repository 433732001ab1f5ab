//! Where pointer and keys can stop in a chart, and how they get from one place to the next. Pure arithmetic.

use super::Point;
use crate::order::sorted;

/// The place of one value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// Where.
    pub at: Point,
    /// Which value of the chart.
    pub datum: usize,
    /// The line or row of values that arrow keys stay in.
    pub track: usize,
    /// How the pointer finds it.
    pub reach: Reach,
}

/// How near the pointer must come to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere above or below, the nearest x first: values over time, columns.
    Column,
    /// Anywhere to the left or right, the nearest y first: rows.
    Row,
    /// Close by.
    Point,
}

/// A move by keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// To the left in the same track.
    Left,
    /// To the right in the same track.
    Right,
    /// To the value above: of another track at the same x where there is one, else of the same track.
    Up,
    /// To the value below.
    Down,
    /// To the first of the track.
    First,
    /// To the last of the track.
    Last,
}

/// The stop nearest to a position, by its place in the list; the earlier of equals.
pub fn nearest(stops: &[Stop], x: f64, y: f64) -> Option<usize> {
    const CLOSE: f64 = 22.0;
    let distance = |stop: &Stop| {
        let (dx, dy) = ((stop.at.x - x).abs(), (stop.at.y - y).abs());
        match stop.reach {
            // The farther axis decides between those that are equally near in the other.
            Reach::Column => 1e4 * dx + dy,
            Reach::Row => 1e4 * dy + dx,
            Reach::Point => dx.hypot(dy),
        }
    };
    let mut best: Option<(usize, f64)> = None;
    for (index, stop) in stops.iter().enumerate() {
        let distance = distance(stop);
        if best.is_none_or(|(_, least)| distance < least) {
            best = Some((index, distance));
        }
    }
    let (index, distance) = best?;
    (stops[index].reach != Reach::Point || distance <= CLOSE).then_some(index)
}

/// Where a key leads from a stop, or from nowhere (then to the first stop of the list). The ends hold.
pub fn step(stops: &[Stop], from: Option<usize>, to: Move) -> Option<usize> {
    const SAME: f64 = 0.5;
    let Some(here) = from.and_then(|from| stops.get(from)) else {
        return (!stops.is_empty()).then_some(0);
    };
    let from = from.unwrap_or(0);
    let in_track = |stop: &Stop| stop.track == here.track;
    let beside = |stop: &Stop| (stop.at.x - here.at.x).abs() < SAME;
    let has_others = stops.iter().any(|stop| !in_track(stop) && beside(stop));
    let vertical = matches!(to, Move::Up | Move::Down);
    let position = |index: usize| {
        let at = stops[index].at;
        // Rows are a list from the top; all else runs from the left, or between tracks downwards.
        if vertical || here.reach == Reach::Row { (at.y, at.x) } else { (at.x, at.y) }
    };
    let may_stop = |index: &usize| {
        let stop = &stops[*index];
        if vertical && has_others { beside(stop) } else { in_track(stop) }
    };
    let reachable: Vec<usize> = (0..stops.len()).filter(may_stop).collect();
    let order = sorted(&reachable, &|&a, &b| {
        let (a_at, b_at) = (position(a), position(b));
        a_at.0.total_cmp(&b_at.0).then(a_at.1.total_cmp(&b_at.1))
    });
    let place = order.iter().position(|&index| index == from)?;
    let last = order.len() - 1;
    Some(
        order[match to {
            Move::Left | Move::Up => place.saturating_sub(1),
            Move::Right | Move::Down => (place + 1).min(last),
            Move::First => 0,
            Move::Last => last,
        }],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops(reach: Reach, places: &[(f64, f64, usize)]) -> Vec<Stop> {
        let stop = |(datum, &(x, y, track)): (usize, &(f64, f64, usize))| Stop {
            at: Point { x, y },
            datum,
            track,
            reach,
        };
        places.iter().enumerate().map(stop).collect()
    }

    #[test]
    fn the_pointer_finds_what_is_nearest_in_the_way_of_the_chart() {
        let places = [(10.0, 10.0, 0), (50.0, 10.0, 0), (10.0, 90.0, 1), (50.0, 90.0, 1)];
        assert_eq!(nearest(&stops(Reach::Column, &places), 28.0, 80.0), Some(2));
        assert_eq!(nearest(&stops(Reach::Row, &places), 48.0, 20.0), Some(1));
        assert_eq!(nearest(&stops(Reach::Point, &places), 12.0, 12.0), Some(0));
        assert_eq!(nearest(&stops(Reach::Point, &places), 30.0, 50.0), None);
        assert_eq!(nearest(&[], 1.0, 1.0), None);
    }

    #[test]
    fn keys_walk_along_a_track_and_between_tracks_and_stay_at_the_ends() {
        let stops =
            stops(Reach::Column, &[(10.0, 10.0, 0), (50.0, 40.0, 0), (10.0, 90.0, 1), (50.0, 20.0, 1)]);
        for (from, to, expected) in [
            (None, Move::Right, 0),
            (Some(0), Move::Right, 1),
            (Some(1), Move::Right, 1),
            (Some(0), Move::Down, 2),
            (Some(2), Move::Down, 2),
            (Some(1), Move::Up, 3),
            (Some(1), Move::First, 0),
            (Some(2), Move::Last, 3),
        ] {
            assert_eq!(step(&stops, from, to), Some(expected), "{from:?} {to:?}");
        }
    }

    #[test]
    fn every_stop_of_a_cloud_is_reached_by_one_key() {
        let places: Vec<(f64, f64, usize)> =
            (0..97_u32).map(|n| (f64::from(n * 37 % 97), f64::from(n * 53 % 97), 0)).collect();
        let stops = stops(Reach::Point, &places);
        let mut at = step(&stops, Some(0), Move::First);
        let mut seen = vec![at];
        for _ in 1..stops.len() {
            at = step(&stops, at, Move::Right);
            assert!(!seen.contains(&at));
            seen.push(at);
        }
        assert_eq!(seen.len(), stops.len());
    }
}
