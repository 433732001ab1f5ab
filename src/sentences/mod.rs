//! Sentences made from numbers: titles, ledes, text alternatives, summaries, quotations, in Swedish and English.
//!
//! One engine writes them all, so that they cannot contradict each other. Its rules:
//! - a sentence names what is measured, in which group, in which unit, where (with the level) and when;
//! - numbers are the given numbers as shown, and a difference is the difference of the two shown numbers, so that a
//!   reader who checks it finds it right;
//! - nothing increases or decreases where the interval of the change holds 0, nor across a break in the series;
//! - an absence is said with its reason, and both ends of a spread are said together; nothing is ranked.

pub mod across;
pub mod alike;
mod change;
pub mod divided;
pub mod event;
pub mod line;
pub mod map;
pub mod map_area;
pub mod map_change;
pub mod place;
pub mod quote;
pub mod strip;
mod voice;
pub mod within_between;

pub use change::{Change, Direction, Uncertainty};
