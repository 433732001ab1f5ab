//! What keys do on the map while it has focus.

use crate::geo::direction::Direction;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Action {
    /// To the neighbour on that side.
    Go(Direction),
    /// Chooses the marked area, or lets go of it.
    Choose,
    /// Closer or farther.
    Zoom(f64),
    /// The whole country.
    Whole,
    /// To smaller or larger areas.
    Level {
        /// Whether to smaller ones.
        finer: bool,
    },
    /// To the search field.
    Search,
    /// Takes the mark away.
    Leave,
}

impl Action {
    /// The action of a key, as `KeyboardEvent.key` names it.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Go(Direction::North),
            "ArrowDown" => Self::Go(Direction::South),
            "ArrowRight" => Self::Go(Direction::East),
            "ArrowLeft" => Self::Go(Direction::West),
            "Enter" | " " => Self::Choose,
            "+" => Self::Zoom(1.8),
            "-" => Self::Zoom(1.0 / 1.8),
            "0" => Self::Whole,
            "PageDown" => Self::Level { finer: true },
            "PageUp" => Self::Level { finer: false },
            "/" => Self::Search,
            "Escape" => Self::Leave,
            _ => return None,
        })
    }
}
