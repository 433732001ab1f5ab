//! Boundaries from other people's files: read, checked, projected and put on the grid; then one topology, its
//! levels of detail and the base borders that the package carries.
//!
//! Each step is a file: [`geojson`] reads areas and says what is wrong with them, [`projection`] turns longitude
//! and latitude into SWEREF 99 TM, [`rings`] finds rings that cross themselves, [`tessellation`] puts areas on an
//! integer grid and joins them into a topology, with overlaps and slivers repaired and reported ([`repair`]),
//! [`mod@levels_of_detail`] thins it out for small scales, `detail` cuts it up by municipality for large ones,
//! [`base`] writes the borders that are part of the package. For other programs, `geojson_text` and `topojson_text`
//! write any of these topologies.

pub mod base;
mod detail;
pub mod error;
pub mod geojson;
mod geojson_text;
pub mod levels_of_detail;
mod lonlat;
pub mod projection;
pub mod repair;
pub mod rings;
pub mod tessellation;
pub mod tiles;
mod topojson_text;

pub use detail::{Detail, details};
pub use error::{BoundaryError, Fault};
pub use geojson_text::geojson_text;
pub use levels_of_detail::levels_of_detail;
pub use lonlat::Described;
pub use topojson_text::topojson_text;
