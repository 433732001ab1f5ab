//! Separation taken apart: between and within larger areas, and over time.

mod change;
mod nesting;
mod proportional_fitting;

pub use change::{Change, change};
pub use nesting::{Nested, Parts, Within, nested, within};
pub use proportional_fitting::{Fit, fitted};
