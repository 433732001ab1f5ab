//! One page a file: what it shows, put together from components. Pages take what they show as props and know neither
//! the network nor the address bar, so that the static pages are these very pages rendered to text.

pub mod area;
pub mod area_types;
pub mod basket;
pub mod compare;
pub mod explore;
pub mod head;
pub mod indicator;
pub mod not_found;
pub mod place;
pub mod start;
pub mod verify;
