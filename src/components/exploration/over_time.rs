//! The chosen areas over time with all others behind them, and the choice of how much of it is seen.

use super::Exploration;
use crate::components::browser::typed_value;
use crate::components::chart_figure::Made;
use crate::components::line_others::{Around, Others};
use crate::i18n::period::period_text;
use crate::i18n::text::lines::lines_text;
use crate::markup::{Element, Live, Markup, Memo, el, live, words};
use crate::model::Period;
use leptos::prelude::untrack;
use web_sys::Event;

/// The lines.
pub(super) fn exploration_over_time(of: &Exploration) -> Markup {
    let range = of.state.range;
    let others = others(of);
    let around = Around {
        others: Live::new(move || others.get()),
        range: Live::new(move || range.get()),
        choose: of.choices.toggle.clone(),
    };
    of.lines_among(&of.id("line"), controls(of), Some(around))
}

/// All other areas, worked out apart from the period, so that they stay as they are while it changes.
fn others(of: &Exploration) -> Memo<Option<Others>> {
    let (shown, range, view, site) =
        (of.state.shown, of.state.range, of.content.view.clone(), of.site.clone());
    let wanted = Memo::new(move |_| {
        let view = view.get();
        (!view.alone).then_some(view.areas)
    });
    let of = Memo::new(move |_| {
        let shown = shown.get();
        (shown.figures.clone().map(Made), shown.level, shown.indicator.measure)
    });
    Memo::new(move |_| {
        let (chosen, (figures, level, measure)) = (wanted.get()?, of.get());
        Others::of(&figures?.0, measure, level, &chosen, range.get(), &|code| site.name(code))
    })
}

/// From which period, and whether all others are behind.
fn controls(of: &Exploration) -> Markup {
    let Exploration { site, state, choices, content, .. } = of;
    let (shown, language, t) = (state.shown, site.language, lines_text(site.language));
    // All but the last; one that is not before the period in sight means the whole series.
    let earlier = Memo::new(move |_| {
        let mut periods = shown.get().periods.clone();
        periods.pop();
        periods
    });
    let option = move |period: &Period| {
        el("option").attr("value", period.to_string()).with(period_text(*period, language))
    };
    let options = live(move || {
        let none = el("option").attr("value", "").with(t.whole);
        std::iter::once(none).chain(earlier.get().iter().map(option)).collect::<Vec<Element>>()
    });
    let (view, show) = (content.view.clone(), choices.lines.clone());
    let since = el("select")
        .class("select select--small")
        .with(options)
        // A list forgets what is chosen when its options come anew.
        .property("value", move || {
            earlier.get();
            view.get().since.map_or_else(String::new, |since| since.to_string())
        })
        .on("change", move |event: Event| {
            let since: Option<Period> = typed_value(&event).parse().ok();
            let period = untrack(|| shown.get()).period;
            show.run(Box::new(move |view| {
                view.period = view.period.or(period);
                view.since = since.filter(|since| Some(*since) < view.period);
            }));
        });
    let (view, now, show) = (content.view.clone(), content.view.clone(), choices.lines.clone());
    let behind = el("input")
        .attr("type", "checkbox")
        .class("checkbox")
        .property("checked", move || !view.get().alone)
        .when("change", move || {
            let alone = !untrack(|| now.get()).alone;
            show.run(Box::new(move |view| view.alone = alone));
        });
    let level = Memo::new(move |_| shown.get().level);
    el("div")
        .class("map-tools needs-program")
        .with(el("label").class("field").with(el("span").class("field__label").with(t.since)).with(since))
        .with(
            el("label")
                .class("map-tools__check")
                .with(behind)
                .with(el("span").with(words(move || (t.others)(level.get()).to_owned()))),
        )
        .into()
}
