//! Swedish and English: the words of the interface, numbers, periods and the order of names.

pub mod case;
pub mod number;
pub mod period;
pub mod sorting;
pub mod terms;
pub mod text;
