//! Borders: what holds for every tessellation, tried on many made ones and on the real ones.

mod derived;
mod downloads;
mod made;
mod real;
mod small_areas;
mod sources;
mod truths;
