//! A measure in a place: what was done, and how the place developed beside areas that were like it before.

use super::chart_figure::{ChartContent, Drawn, FigureWords, Setting, embeddable_figure, made};
use super::embed_choice::Embeddable;
use super::line_figure::{Line, line_spec, line_words};
use super::site::use_site;
use crate::charts::line::{LineEvent, LineSeries, SeriesRole};
use crate::i18n::period::period_text;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Live, Markup, RwSignal, el};
use crate::model::{Event, EventComparison, EventKind, Profile, ProfileEvent};
use crate::route::{EmbedView, View};
use crate::sentences::event::{EventSubject, sentences};
use std::sync::Arc;

/// A measure with a figure for each indicator that can be compared.
pub fn event_card(profile: &Arc<Profile>, event: &ProfileEvent) -> Element {
    let figures: Vec<Markup> = event
        .comparisons
        .iter()
        .filter_map(|comparison| comparison_figure(profile, &event.event, comparison))
        .collect();
    event_head(&event.event, "h3").class("card event").with(figures)
}

/// What was done and when, under a heading of a rank, `h3` or `h4`.
pub fn event_head(event: &Event, rank: &'static str) -> Element {
    let site = use_site();
    let (t, language) = (place_text(site.language), site.language);
    let from = period_text(event.from, language);
    let when = match event.until {
        Some(until) => format!("{from}–{}", period_text(until, language)),
        None => (t.change.from)(&from),
    };
    let kind = match event.kind {
        EventKind::Measure => t.change.measure,
        EventKind::Reform => t.change.reform,
    };
    el("article")
        .with(
            el("header")
                .class("card__head")
                .with(el("p").class("row__label").with(format!("{kind} · {when}")))
                .with(el(rank).class("event__title").with(event.title.get(language).to_owned())),
        )
        .with(el("p").class("card__definition").with(event.text.get(language).to_owned()))
}

/// The line of the place with the event marked, beside the mean of the areas that were like it.
pub fn comparison_figure(profile: &Profile, event: &Event, comparison: &EventComparison) -> Option<Markup> {
    let site = use_site();
    let (t, language) = (place_text(site.language), site.language);
    let indicator = Arc::new(site.catalogue.indicator(&comparison.slug)?.clone());
    let figures = profile.indicators.iter().find(|figures| figures.slug == comparison.slug)?;
    let own = figures.series.first()?;
    let line = Line {
        code: profile.area.clone(),
        name: profile.name.clone(),
        slot: Some(0),
        periods: figures.periods.clone(),
        values: own.values.0.clone(),
        intervals: own.intervals.clone(),
    };
    let words = sentences(&EventSubject {
        indicator: &indicator,
        name: &profile.name,
        from: event.from,
        periods: &figures.periods,
        own: &own.values.0,
        comparison,
        language,
    });
    let marked =
        LineEvent { title: event.title.get(language).to_owned(), from: event.from, until: event.until };
    let mean = LineSeries::new(
        (t.change.compared_mean)(comparison.areas.len()),
        SeriesRole::County,
        comparison.means.0.clone(),
    );
    let setting = Setting::of(&site);
    let lede = words.join(" ");
    let shown = Arc::clone(&indicator);
    let drawn = made(move || {
        let mut spec = line_spec(&shown, std::slice::from_ref(&line), None, language);
        spec.series.push(mean.clone());
        spec.events = vec![marked.clone()];
        spec.watermark = setting.watermark();
        let words = line_words(&shown, std::slice::from_ref(&line), language);
        let alternative = format!("{} {lede}", words.alternative);
        let words = FigureWords { lede: lede.clone(), alternative, ..words };
        Drawn { chart: Box::new(spec), words }
    });
    let content = ChartContent {
        indicator: Live::fixed(indicator),
        period: Live::fixed(None),
        drawn,
        areas: Live::fixed(Arc::default()),
        hovered: RwSignal::new(None),
        choose: None,
    };
    let names: Vec<String> = comparison.areas.iter().map(|(_, name)| name.clone()).collect();
    let how = el("details")
        .class("disclosure")
        .id(format!("compared-{}-{}", event.id, comparison.slug))
        .with(el("summary").with(t.change.comparison_how))
        .with(el("p").class("card__definition").with(crate::sentences::event::method(&names, language)));
    // The measure is told by when it began.
    let of = Embeddable {
        shown: EmbedView::Event,
        view: View {
            indicator: Some(comparison.slug.clone()),
            period: Some(event.from),
            areas: vec![profile.area.clone()],
            ..View::default()
        },
    };
    let id = format!("event-{}-{}", event.id, comparison.slug);
    let figure = embeddable_figure(&id, &content, Markup::Nothing, Some(Live::fixed(of)));
    Some(el("div").class("event__figure").with(figure).with(how).into())
}
