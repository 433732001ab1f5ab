//! Borders: what holds for every tessellation, tried on many made ones and on the real ones.

mod made;
mod truths;
