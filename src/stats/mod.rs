//! Statistics: plain functions on slices. No I/O, no framework, nothing of ours below it. One method or index a
//! file, each with its formula, domain, units and paper.
//!
//! Geometry comes in as plain numbers (neighbour lists, centroids, land areas, shared border lengths), so that this
//! room never learns what a polygon is.

pub mod area_types;
pub mod classification;
pub mod correlation;
pub mod counts;
pub mod decomposition;
pub mod inequality;
pub mod interval;
mod logarithm;
pub mod multiple_tests;
pub mod normal;
pub mod quantile;
pub mod rank;
pub mod resampling;
pub mod segregation;
pub mod similarity;
pub mod spatial;
pub mod summary;
pub mod trend;
pub mod within_between;
