//! Borders: what holds for every tessellation, tried on many made ones and on the real ones.

mod derived;
mod downloads;
mod lsoa_file;
mod made;
mod real;
mod small_areas;
mod sources;
mod tiles;
mod truths;
