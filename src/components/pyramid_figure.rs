//! Women and men of all ages in one place, as a figure.

use super::chart_figure::{ChartContent, Drawn, FigureWords, Setting, chart_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::pyramid::PyramidSpec;
use crate::markup::{Live, Markup, RwSignal};
use crate::model::{AreaCode, Indicator, Period, Value};
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
    /// What the two sides are: `kvinnor`, `män`.
    pub sides: [String; 2],
    /// The age groups, youngest first.
    pub groups: Vec<String>,
    /// Persons by side and group.
    pub values: [Vec<Value>; 2],
    /// A larger area's name and persons.
    pub comparison: Option<(String, [Vec<Value>; 2])>,
}

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn pyramid_figure(
    id: &str,
    indicator: &Live<Arc<Indicator>>,
    ages: &Live<Arc<Ages>>,
    controls: Markup,
) -> Markup {
    let setting = Setting::of(&use_site());
    let (own, people) = (indicator.clone(), ages.clone());
    let content = ChartContent {
        indicator: indicator.clone(),
        period: Live::fixed(None),
        drawn: made(move || pyramid(&own.get(), &people.get(), setting)),
        areas: Live::fixed(Arc::default()),
        hovered: RwSignal::new(None),
        choose: None,
    };
    chart_figure(id, &content, controls)
}

/// The chart with its words.
pub fn pyramid(indicator: &Indicator, ages: &Ages, setting: Setting) -> Drawn {
    let spec = PyramidSpec {
        measured: Measured::of(indicator, setting.language),
        sides: ages.sides.clone(),
        groups: ages.groups.clone(),
        values: ages.values.clone(),
        comparison: ages.comparison.clone(),
        watermark: setting.watermark(),
    };
    let shares = spec.describe().shares;
    let both = |group: usize| -> Option<f64> {
        let share = |side: usize| shares[side].get(group).copied().flatten();
        Some(share(0)? + share(1)?)
    };
    let largest = (0..ages.groups.len())
        .filter_map(|group| Some((group, both(group)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(group, share)| (ages.groups[group].as_str(), share));
    let place = (&ages.area, ages.name.as_str());
    let words = pyramid_words(indicator, place, ages.period, largest, setting.language);
    Drawn { chart: Box::new(spec), words: FigureWords::from(words) }
}
