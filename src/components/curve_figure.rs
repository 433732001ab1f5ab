//! The segregation curve of a place as a figure: how a group and those it is compared with are spread over its small areas.

use super::chart_figure::{Drawn, FigureWords, Setting, made};
use super::pyramid_figure::{figure_of, people_indicator};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::curve::{Curve, CurveSpec};
use crate::charts::line::SeriesRole;
use crate::i18n::case::lower_first;
use crate::markup::Markup;
use crate::model::{Catalogue, Indicator, Level, Period, Profile};
use crate::route::EmbedView;
use crate::sentences::divided::curve as curve_words;
use crate::sentences::within_between::groups_of;
use std::sync::Arc;

/// A group beside others in the small areas of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Separation {
    /// What the group is: `Andra än födda i Sverige`.
    pub group: String,
    /// Those it is compared with: `Födda i Sverige`.
    pub others: String,
    /// When.
    pub period: Period,
    /// The level of the small areas.
    pub level: Level,
    /// The place.
    pub name: String,
    /// Persons of the group and of the others in areas from the lowest share to the highest, some taken together.
    pub areas: Vec<(f64, f64)>,
}

impl Separation {
    /// That of a profile, whose place has this name; none where the edition has no curve.
    pub fn of(profile: &Profile, name: String, catalogue: &Catalogue, setting: Setting) -> Option<Self> {
        let index = profile.indices.iter().find(|index| !index.curve.is_empty())?;
        // Without who is counted, which stands after the point.
        let named = |groups: &[String], others: &[String]| {
            let words = groups_of(&index.table, groups, others, catalogue, setting.language);
            words.split(" · ").next().unwrap_or_default().to_owned()
        };
        Some(Self {
            group: named(&index.groups, &index.others),
            others: named(&index.others, &index.groups),
            period: *index.periods.last()?,
            level: index.level,
            name,
            areas: index.curve.chunks_exact(2).map(|sides| (sides[0], sides[1])).collect(),
        })
    }
}

/// The figure of a place; nothing where the edition has no curve.
pub fn curve_figure(profile: &Profile) -> Option<Markup> {
    let site = use_site();
    let setting = Setting::of(&site);
    // The counts have the source of the number of people.
    let indicator = Arc::new(people_indicator(&site.catalogue)?.clone());
    let separation = Separation::of(profile, site.name(&profile.area), &site.catalogue, setting)?;
    let own = Arc::clone(&indicator);
    let drawn = made(move || curve(&own, &separation, setting));
    Some(figure_of(&site, profile, indicator, drawn, EmbedView::Curve))
}

/// The chart with its words.
pub fn curve(indicator: &Indicator, separation: &Separation, setting: Setting) -> Drawn {
    let Separation { group, others, period, level, name, areas } = separation;
    let curve = Curve { name: name.clone(), role: SeriesRole::Chosen(0), areas: areas.clone() };
    let index = curve.describe().map(|described| described.dissimilarity);
    let level = (setting.text().level_areas)(*level);
    let words = curve_words(&lower_first(group), level, *period, &[(name, index)], setting.language);
    let measured = Measured { title: group.clone(), ..Measured::of(indicator, setting.language) };
    let spec =
        CurveSpec { measured, others: others.clone(), curves: vec![curve], watermark: setting.watermark() };
    Drawn { chart: Box::new(spec), words: FigureWords::from(words) }
}
