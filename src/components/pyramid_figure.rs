//! Women and men of all ages in one place, beside the country, as a figure.

use super::chart_figure::{ChartContent, Drawn, FigureWords, Setting, embeddable_figure, made};
use super::embed_choice::Embeddable;
use super::site::{Site, use_site};
use crate::charts::Measured;
use crate::charts::pyramid::PyramidSpec;
use crate::i18n::text::place::place_text;
use crate::markup::{Live, Markup, RwSignal};
use crate::model::{AGE_SEX, AreaCode, Catalogue, Indicator, Measure, Period, Profile, Value};
use crate::route::{EmbedView, View};
use crate::sentences::divided::pyramid as pyramid_words;
use std::sync::Arc;

/// People by age and sex.
#[derive(Debug, Clone, PartialEq)]
pub struct Ages {
    /// Where.
    pub area: AreaCode,
    /// The area's name.
    pub name: String,
    /// When.
    pub period: Period,
    /// The age groups, youngest first.
    pub groups: Vec<String>,
    /// Persons by side, women first, and group.
    pub values: [Vec<Value>; 2],
    /// A larger area's name and persons.
    pub comparison: Option<(String, [Vec<Value>; 2])>,
}

impl Ages {
    /// Those of a profile, whose place has this name; none where the edition does not have them.
    pub fn of(profile: &Profile, name: String, catalogue: &Catalogue, setting: Setting) -> Option<Self> {
        let ages = profile.ages.as_ref()?;
        let categories = &catalogue.breakdown(AGE_SEX)?.categories;
        let n_groups = categories.len() / 2;
        // `women-20-24`, `women-95-`.
        let group = |id: &str| {
            let (_, ages) = id.split_once('-').unwrap_or_default();
            ages.strip_suffix('-').map_or_else(|| ages.replace('-', "–"), |oldest| format!("{oldest}+"))
        };
        let sides = |values: &[Value]| -> Option<[Vec<Value>; 2]> {
            (values.len() == 2 * n_groups).then(|| [values[..n_groups].to_vec(), values[n_groups..].to_vec()])
        };
        let nation = ages.nation.as_ref().and_then(|nation| sides(&nation.0));
        Some(Self {
            area: profile.area.clone(),
            name,
            period: ages.period,
            groups: categories[..n_groups].iter().map(|category| group(&category.id)).collect(),
            values: sides(&ages.people.0)?,
            comparison: nation.map(|values| (setting.text().sweden.to_owned(), values)),
        })
    }
}

/// The indicator that counts people.
pub fn people_indicator(catalogue: &Catalogue) -> Option<&Indicator> {
    catalogue.indicators.iter().find(|indicator| indicator.measure == Measure::Count)
}

/// The figure of a place; nothing where the edition has no ages.
pub fn pyramid_figure(profile: &Profile) -> Option<Markup> {
    let site = use_site();
    let setting = Setting::of(&site);
    let indicator = Arc::new(people_indicator(&site.catalogue)?.clone());
    let ages = Ages::of(profile, site.name(&profile.area), &site.catalogue, setting)?;
    let own = Arc::clone(&indicator);
    let drawn = made(move || pyramid(&own, &ages, setting));
    Some(figure_of(&site, profile, indicator, drawn, EmbedView::Pyramid))
}

/// A figure about one place that its profile is drawn from.
pub(super) fn figure_of(
    site: &Site,
    profile: &Profile,
    indicator: Arc<Indicator>,
    drawn: Live<Arc<Drawn>>,
    shown: EmbedView,
) -> Markup {
    let content = ChartContent {
        indicator: Live::fixed(indicator),
        period: Live::fixed(None),
        drawn,
        areas: Live::fixed(Arc::default()),
        hovered: RwSignal::new(None),
        choose: None,
    };
    // The country's own figures have no page to be framed from.
    let areas = vec![profile.area.clone()];
    let of = Embeddable { shown, view: View { areas, ..View::default() } };
    let embed = site.profile_href(&profile.area).map(|_| Live::fixed(of));
    embeddable_figure(shown.id(), &content, Markup::Nothing, embed)
}

/// The chart with its words.
pub fn pyramid(indicator: &Indicator, ages: &Ages, setting: Setting) -> Drawn {
    let t = &place_text(setting.language).people;
    let spec = PyramidSpec {
        measured: Measured::of(indicator, setting.language),
        sides: t.sides.map(str::to_owned),
        groups: ages.groups.clone(),
        values: ages.values.clone(),
        comparison: ages.comparison.clone(),
        watermark: setting.watermark(),
    };
    let described = spec.describe();
    let shares = &described.shares;
    let both = |group: usize| -> Option<f64> {
        let share = |side: usize| shares[side].get(group).copied().flatten();
        Some(share(0)? + share(1)?)
    };
    let largest = (0..ages.groups.len())
        .filter_map(|group| Some((group, both(group)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(group, share)| ((t.aged)(&ages.groups[group]), share));
    // Groups of other widths than five years need not begin at these ages.
    let first = |age: &str| ages.groups.iter().position(|group| group.starts_with(age));
    let ends = first("20–").zip(first("65–")).map(|(adult, old)| {
        let of = |shares: &[Vec<Option<f64>>; 2], from: usize, to: usize| -> f64 {
            shares.iter().flat_map(|side| &side[from..to]).flatten().sum()
        };
        [(0, adult), (old, ages.groups.len())].map(|(from, to)| {
            (of(shares, from, to), described.comparison.as_ref().map(|nation| of(nation, from, to)))
        })
    });
    let larger = ages.comparison.as_ref().map_or("", |(name, _)| name.as_str());
    let words = pyramid_words(
        indicator,
        (&ages.area, ages.name.as_str()),
        ages.period,
        largest.as_ref().map(|(group, share)| (group.as_str(), *share)),
        ends.map(|ends| (ends, larger)),
        setting.language,
    );
    Drawn { chart: Box::new(spec), words: FigureWords::from(words) }
}
