//! The figures across all areas of the level: ranked bars, histogram, two indicators against each other.

use super::Exploration;
use super::state::Other;
use crate::charts::ranking::RankingOrder;
use crate::components::area_values::{AreaValue, AreaValues, AreasContent};
use crate::components::figures::Figures;
use crate::components::histogram_figure::histogram_figure;
use crate::components::ranking_figure::ranking_figure;
use crate::components::scatter_figure::{SecondIndicator, scatter_figure};
use crate::markup::{Live, Markup, live};
use crate::model::{Absence, AreaCode, Indicator, Value};
use leptos::prelude::{Get, Memo};
use std::sync::Arc;

/// Ranked bars.
pub(super) fn exploration_ranking(of: &Exploration) -> Markup {
    ranking_figure("ranking", &content(of), Live::fixed(RankingOrder::Usual), Markup::Nothing)
}

/// How the values spread.
pub(super) fn exploration_distribution(of: &Exploration) -> Markup {
    histogram_figure("distribution", &content(of), Markup::Nothing)
}

/// The indicator against a second one, once that is here.
pub(super) fn exploration_scatter(of: &Exploration) -> Markup {
    let content = content(of);
    let (other, shown) = (of.state.other, of.state.shown);
    let is_here = Memo::new(move |_| other.get().is_some());
    live(move || {
        let first = is_here.get().then(|| other.get()).flatten()?;
        let Other(indicator, _) = first;
        let fallback: Arc<Indicator> = indicator;
        let value = move |code: &AreaCode, other: &Other| {
            let period = shown.get().period?;
            other.1.value(code, period)
        };
        let areas = content.areas.clone();
        let second = SecondIndicator {
            indicator: Live::new(move || other.get().map_or_else(|| fallback.clone(), |other| other.0)),
            values: Live::new(move || {
                let other = other.get();
                let of = |area: &AreaValue| {
                    let found = other.as_ref().and_then(|other| value(&area.code, other));
                    found.unwrap_or(Value::Absent(Absence::NotApplicable))
                };
                Arc::new(areas.get().areas.iter().map(of).collect::<Vec<_>>())
            }),
            nation: Live::new(move || value(&AreaCode::nation(), &other.get()?)?.number()),
        };
        Some(scatter_figure("scatter", &content, second, Markup::Nothing))
    })
}

fn content(of: &Exploration) -> AreasContent {
    let (shown, chosen, site) = (of.state.shown, of.state.chosen.clone(), of.site.clone());
    let areas = Memo::new(move |_| {
        let (shown, chosen) = (shown.get(), chosen.get());
        let name = |code: &AreaCode| site.name(code);
        let values = |figures: &Arc<Figures>| {
            AreaValues::of(figures, &shown.indicator, shown.level, shown.period, &chosen, &name)
        };
        let none =
            || AreaValues { level: shown.level, period: shown.period, areas: Vec::new(), nation: None };
        Arc::new(shown.figures.as_ref().map_or_else(none, values))
    });
    AreasContent {
        indicator: Live::new(move || shown.get().indicator.clone()),
        areas: Live::new(move || areas.get()),
        hovered: of.hovered,
        choose: Some(of.choices.toggle.clone()),
    }
}
