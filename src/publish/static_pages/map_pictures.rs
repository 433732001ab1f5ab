//! Maps as pictures that stand by themselves: each indicator's newest values in all municipalities, for the country and
//! close to each county, with legend, source and the code that leads to the figure's check.

use super::super::PublishError;
use super::super::figure::Face;
use super::super::figure::map::{files_of, seen};
use super::Content;
use super::address::full;
use super::embeds::{can_be_drawn, map_of};
use super::pictures::{Figure, Form, places_of, write_figure};
use super::render::{on_site, site};
use crate::components::map_downloads::map_file;
use crate::components::map_figure::Seen;
use crate::components::map_figure::base::MapBase;
use crate::export::check_code::CheckCode;
use crate::model::{AreaCode, Language};
use crate::pages::indicator::IndicatorContent;
use crate::route::{Page, Route, Shape, View};
use rayon::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Width and height of the map itself, CSS pixels; the legend stands beside it.
const SIZE: (f64, f64) = (550.0, 680.0);

/// Writes the maps of all indicators that have values of these borders' areas, and gives how many files.
pub(super) fn write_maps(
    to: &Path,
    content: &Content,
    borders: &Arc<MapBase>,
    face: &Face,
) -> Result<usize, PublishError> {
    let folder = to.join("figures/map");
    fs::create_dir_all(&folder).map_err(|error| PublishError::io("make the folder", &folder, &error))?;
    let places = places_of(content);
    let drawn = content.indicators.iter().filter(|of| can_be_drawn(of, borders));
    let all: Vec<(&IndicatorContent, Option<&AreaCode>)> =
        drawn.flat_map(|of| places.iter().map(move |area| (of, *area))).collect();
    all.par_iter().try_for_each(|(of, area)| {
        let chosen: Vec<AreaCode> = area.iter().map(|area| (*area).clone()).collect();
        let seen = seen(borders, *area, &chosen, SIZE);
        Language::ALL
            .into_iter()
            .try_for_each(|language| write_map(to, content, (of, *area, language), &seen, face))
    })?;
    Ok(4 * all.len())
}

fn write_map(
    to: &Path,
    content: &Content,
    (of, area, language): (&IndicatorContent, Option<&AreaCode>, Language),
    seen: &Seen,
    face: &Face,
) -> Result<(), PublishError> {
    let view = View {
        indicator: Some(of.indicator.slug.clone()),
        areas: area.cloned().into_iter().collect(),
        ..View::default()
    };
    let page = Page::Explore;
    let route = Route { language, page, view: View { shape: Some(Shape::Map), ..view.clone() } };
    let address = full(content.address.as_ref(), &route.to_string());
    let file = on_site(
        || site(content, language),
        |site| {
            let files = files_of(&map_of(of, Some(seen.base.clone()), &view), area, site);
            map_file(site, &files, seen, address, Some(CheckCode::of))
        },
    );
    let Some((svg, _, credit)) = file else { return Ok(()) };
    let figure = Figure { form: Form::Map, slug: &of.indicator.slug, area };
    write_figure(to, (figure, language), svg, &credit, face)
}
