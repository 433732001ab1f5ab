//! The map: a choropleth painted from borders and values.
//!
//! [`choropleth`] turns values into an ink an area, [`scene`] knows what lies where on the screen, [`gesture`] turns
//! pointers into a new view; [`inset`] and [`labels`] place what is written and enlarged; [`picture`] puts it all into
//! pixels and [`overlay`] into drawings above them; all are pure. [`canvas`] is the one file that draws, in a browser only.

pub mod canvas;
pub mod choropleth;
pub mod gesture;
pub mod inset;
pub mod labels;
pub mod outlines;
pub mod overlay;
pub mod picture;
pub mod scene;
pub mod svg;
