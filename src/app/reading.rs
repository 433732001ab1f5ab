//! The program of the pages that are read: places, small areas, area types, indicators, and addresses without a page.

use super::Program;
use super::indicator::indicator;
use super::place::{area_of, area_types, municipality_of, place_of};
use crate::route::Page;

/// The program of the pages that are read.
pub static READING: Program = Program {
    check_code: None,
    has: |page| {
        matches!(
            page,
            Page::Indicator(_) | Page::Area(_) | Page::AreaTypes | Page::Municipality(_) | Page::County(_)
        )
    },
    page: |app, basics, page| match page {
        Page::Indicator(slug) => basics.catalogue.indicator(slug).map(|_| indicator(app, basics, slug)),
        Page::Municipality(place) | Page::County(place) => {
            basics.places.contains(&place.code).then(|| place_of(app, basics, place.code.clone()))
        }
        Page::Area(code) => {
            basics.places.contains(&municipality_of(code)).then(|| area_of(app, basics, code.clone()))
        }
        Page::AreaTypes => Some(area_types(app, basics)),
        _ => None,
    },
};
