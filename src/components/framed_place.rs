//! Figures about one place as frames show them: by themselves, with caption and source.

use super::area_types_figure::people_by_type;
use super::curve_figure::curve_figure;
use super::division_figure::framed_division;
use super::event_figure::comparison_figure;
use super::exploration::defaults::{default_indicator, shown_level};
use super::figures::Figures;
use super::framed_summary::framed_summary;
use super::pyramid_figure::pyramid_figure;
use super::separation_table::framed_separation;
use super::site::use_site;
use super::strip_figure::{framed_level_strip, framed_strip};
use crate::markup::{Markup, RwSignal};
use crate::model::{AreaCode, Catalogue, Level, Measure, Profile, Value};
use crate::order::sort_numbers;
use crate::route::{EmbedView, View};
use std::sync::Arc;

/// A figure about a place; nothing where its profile has not what the view names.
pub fn framed_place(shown: EmbedView, profile: &Profile, view: &View) -> Option<Markup> {
    let site = use_site();
    match shown {
        EmbedView::Summary => Some(framed_summary(profile)),
        EmbedView::WithinBetween => framed_division(profile),
        EmbedView::Separation => framed_separation(profile),
        EmbedView::AreaTypes => {
            let people = Arc::new(profile.area_types.clone()?);
            let mut all = site.catalogue.indicators.iter();
            let counted = Arc::new(all.find(|indicator| indicator.measure == Measure::Count)?.clone());
            let named = Profile { name: site.name(&profile.area), ..profile.clone() };
            Some(people_by_type(&named, &people, &counted, RwSignal::new(false)))
        }
        EmbedView::Pyramid => pyramid_figure(profile),
        EmbedView::Curve => curve_figure(profile),
        EmbedView::Event => {
            let is_it = |from| view.period.is_none_or(|asked| asked == from);
            let slug = view.indicator.as_deref();
            profile.events.iter().filter(|event| is_it(event.event.from)).find_map(|event| {
                let mut all = event.comparisons.iter();
                let comparison = all.find(|own| slug.is_none_or(|slug| own.slug == slug))?;
                comparison_figure(profile, &event.event, comparison)
            })
        }
        EmbedView::Strip => {
            let asked = view.indicator.as_deref().and_then(|slug| site.catalogue.indicator(slug));
            let indicator = asked.or_else(|| default_indicator(&site.catalogue))?;
            let is_inside = view.level.is_some_and(|level| level > Level::Municipality);
            framed_strip(profile, indicator, is_inside)
        }
        EmbedView::Shape(_) | EmbedView::Slope | EmbedView::Compare => None,
    }
}

/// Where all areas of a level stand in one period; nothing where there are none.
pub fn framed_level(catalogue: &Catalogue, figures: &Figures, view: &View) -> Option<Markup> {
    let indicator = catalogue.indicator(&figures.slug)?;
    let level = shown_level(indicator, view);
    let table = figures.table(level)?;
    let period = view.period.filter(|period| table.periods().contains(period));
    let period = period.or_else(|| table.periods().last().copied())?;
    let mut spread: Vec<f64> = table.cross_section(period)?.into_iter().filter_map(Value::number).collect();
    sort_numbers(&mut spread);
    // The country's number of people would leave no room for any area's.
    let nation = figures.value(&AreaCode::nation(), period).and_then(Value::number);
    let nation = nation.filter(|_| indicator.measure != Measure::Count);
    (!spread.is_empty()).then(|| framed_level_strip(indicator, period, level, spread, nation))
}
