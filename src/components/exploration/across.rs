//! The shapes that show all areas of the level in one period: in order, as a distribution, against a second indicator.

use super::Exploration;
use super::shown::Shown;
use super::state::Other;
use crate::charts::ranking::RankingOrder;
use crate::components::area_values::{AreaValues, AreasContent};
use crate::components::browser::typed_value;
use crate::components::chart_figure::Made;
use crate::components::histogram_figure::histogram_figure;
use crate::components::notices::skeleton;
use crate::components::ranking_figure::ranking_figure;
use crate::components::scatter_figure::{SecondIndicator, scatter_figure};
use crate::components::site::Site;
use crate::components::slope_figure::slope_figure;
use crate::markup::{Element, Live, Markup, Memo, RwSignal, el, live};
use crate::model::{Absence, AreaCode, Ends, Indicator, Level, Period, Value};
use leptos::prelude::untrack;
use std::sync::Arc;
use web_sys::Event;

/// All areas in order.
pub(super) fn exploration_ranking(of: &Exploration) -> Markup {
    let order = RwSignal::new(RankingOrder::default());
    let orders = of.site.text().explore.orders;
    let option = |(own, words): (RankingOrder, &'static str)| {
        let value = own as usize;
        el("option")
            .attr("value", value.to_string())
            .live_attr("selected", move || order.get() == own)
            .with(words)
    };
    let all = [RankingOrder::Usual, RankingOrder::Ascending, RankingOrder::Descending];
    let options: Vec<Element> = all.into_iter().zip(orders).map(option).collect();
    let choose = move |event: Event| {
        let chosen = typed_value(&event).parse().ok().and_then(|at: usize| all.get(at).copied());
        order.set(chosen.unwrap_or_default());
    };
    let choice = el("label")
        .class("field needs-program")
        .with(el("span").class("field__label").with(of.site.text().explore.order))
        .with(el("select").class("select").on("change", choose).with(options));
    ranking_figure(&of.id("ranking"), &areas_content(of), Live::new(move || order.get()), choice.into())
}

/// How the values of all areas spread.
pub(super) fn exploration_distribution(of: &Exploration) -> Markup {
    histogram_figure(&of.id("distribution"), &areas_content(of), Markup::Nothing)
}

/// All areas in two periods: the one that is looked at, and the earlier one that the view names, else the first that it
/// can be compared with.
pub(super) fn exploration_slope(of: &Exploration) -> Markup {
    let (shown, view) = (of.state.shown, of.content.view.clone());
    let (site, chosen) = (of.site.clone(), of.state.chosen.clone());
    let before = Memo::new(move |_| {
        let shown = shown.get();
        let is_earlier = |from: &Period| shown.periods.contains(from) && Some(*from) < shown.period;
        let breaks = shown.indicator.breaks.iter().copied();
        let broken = breaks.filter(|broken| Some(*broken) <= shown.period).max();
        let can_be_compared = |from: &&Period| broken.is_none_or(|broken| **from >= broken);
        let first = shown.periods.iter().find(can_be_compared).copied();
        let from = view.get().map.from.filter(is_earlier).or(first);
        Arc::new(values_in(&site, &shown, from, &chosen.get()))
    });
    slope_figure("slope", &areas_content(of), Live::new(move || before.get()), Markup::Nothing)
}

/// All areas by two indicators. The second one's figures may still be on their way.
pub(super) fn exploration_scatter(of: &Exploration) -> Markup {
    let (exploration, other) = (of.clone(), of.state.other);
    let is_here = Memo::new(move |_| other.get().is_some());
    live(move || match is_here.get() {
        false => skeleton("skeleton--map"),
        true => scatter_figure(
            &exploration.id("scatter"),
            &areas_content(&exploration),
            second(&exploration),
            Markup::Nothing,
        ),
    })
}

fn areas_content(of: &Exploration) -> AreasContent {
    let shown = of.state.shown;
    let (site, chosen) = (of.site.clone(), of.state.chosen.clone());
    let chosen = Memo::new(move |_| chosen.get());
    let figures = Memo::new(move |_| {
        let shown = shown.get();
        (shown.figures.clone().map(Made), shown.level)
    });
    // Thousands of names and codes stay as they are while the period changes.
    let areas = Memo::new(move |_| {
        // Asked for its value: what has never been asked follows nothing.
        let _ = figures.get();
        let shown = untrack(|| shown.get());
        Made(Arc::new(values_in(&site, &shown, shown.period, &chosen.get())))
    });
    let values = Memo::new(move |_| {
        let (areas, shown) = (areas.get().0, shown.get());
        match &shown.figures {
            Some(figures) => Arc::new(areas.in_period(figures, &shown.indicator, shown.period)),
            None => areas,
        }
    });
    AreasContent {
        indicator: Live::new(move || shown.get().indicator.clone()),
        areas: Live::new(move || values.get()),
        hovered: of.hovered,
        choose: Some(of.choices.toggle.clone()),
    }
}

fn values_in(site: &Site, shown: &Shown, period: Option<Period>, chosen: &[AreaCode]) -> AreaValues {
    let level = shown.level;
    let name = |code: &AreaCode| site.name(code);
    match &shown.figures {
        Some(figures) => AreaValues::of(figures, &shown.indicator, level, period, chosen, &name),
        None => AreaValues { level, period, areas: Vec::new(), nation: None, nation_interval: None },
    }
}

fn second(of: &Exploration) -> SecondIndicator {
    let (other, shown) = (of.state.other, of.state.shown);
    let indicator = Memo::new(move |before: Option<&Arc<Indicator>>| {
        let now = other.get().map(|other| other.0);
        now.or_else(|| before.cloned()).unwrap_or_else(|| shown.get().indicator.clone())
    });
    let values = Memo::new(move |_| {
        let shown = shown.get();
        let table = shown.table.as_ref();
        let value = |code: &AreaCode| {
            let other = other.get();
            let value = other.and_then(|other| value_near(&other, shown.level, code, shown.period?));
            value.unwrap_or((Value::Absent(Absence::Missing), None))
        };
        Arc::new(table.map_or_else(Vec::new, |table| table.areas().iter().map(value).collect::<Vec<_>>()))
    });
    let nation = Memo::new(move |_| {
        let (other, period) = (other.get()?, shown.get().period?);
        value_near(&other, Level::Nation, &AreaCode::nation(), period)?.0.number()
    });
    SecondIndicator {
        indicator: Live::new(move || indicator.get()),
        values: Live::new(move || values.get()),
        nation: Live::new(move || nation.get()),
    }
}

/// The value of an area with its interval in the period, or in the nearest one before it that the second indicator has, else in its first.
fn value_near(other: &Other, level: Level, code: &AreaCode, period: Period) -> Option<(Value, Ends)> {
    let table = other.1.table(level)?;
    let periods = table.periods();
    let near = periods.iter().rev().find(|own| **own <= period).or_else(|| periods.first())?;
    Some((table.value(code, *near)?, table.interval(code, *near)))
}
