//! Shapes: everything about borders that needs neither a network nor a screen.
//!
//! Two coordinate spaces meet here. **World** is SWEREF 99 TM (EPSG:3006) in metres, `[east, north]`, north up.
//! **Screen** is pixels, `[x, y]`, y down. Borders themselves are kept on an integer **grid** ([`grid::Grid`]
//! turns it into world), because on integers two neighbours share a border exactly or not at all.
//!
//! The heart is [`topology::Topology`]: every stretch of border once, with the area on its left and on its
//! right. All other files derive something from it: a packed file ([`arcs`]), pixels ([`raster`]), parents
//! ([`dissolve`]), neighbours ([`neighbours`]), rings for other formats ([`rings`]), fewer points ([`simplify`]).

pub mod arcs;
pub mod build;
mod cells;
mod chain;
pub mod coarsen;
pub mod crossings;
pub mod direction;
pub mod dissolve;
mod error;
pub mod grid;
pub mod hexagons;
mod islets;
pub mod label_point;
pub mod lines;
pub mod merge;
pub mod neighbours;
mod net;
pub mod packed_index;
pub mod point_in_area;
pub mod raster;
pub mod rings;
pub mod simplify;
pub mod sweref;
pub mod topology;
pub mod viewport;

/// A count or index as the 32 bits in which flat arrays keep it.
pub(crate) fn index(n: usize) -> u32 {
    u32::try_from(n).expect("a list of borders has fewer than 2^32 entries")
}
