//! All areas of the level as a table: the shown period and the change since the first.

use super::Exploration;
use super::shown::Shown;
use crate::charts::end_headings;
use crate::components::chart_figure::{area_named, hover_by_name, pointed_name};
use crate::components::data_table::{Pressed, TableActs, TableData, acting_table};
use crate::components::embed_choice::EmbedWords;
use crate::components::figure_frame::{Caption, figure_frame, source_words};
use crate::components::method_note::Number;
use crate::components::profile::value_words;
use crate::components::site::Site;
use crate::i18n::number::{NumberStyle, number_text, signed_text};
use crate::i18n::period::period_text;
use crate::markup::{Act, Live, Markup, Memo, RwSignal, several};
use crate::model::{AreaCode, Ends, Value};
use crate::route::Shape;
use crate::stats::interval::{Interval, difference_interval};
use leptos::prelude::untrack;
use std::sync::Arc;

/// The table of the values that the map would show.
pub(super) fn exploration_table(of: &Exploration) -> Markup {
    let (shown, site) = (of.state.shown, of.site.clone());
    let language = site.language;
    let caption = Live::new(move || {
        let (title, detail) = shown.get().map_heading(language);
        Caption { title, detail, lede: shown.get().map_lede(language) }
    });
    let table = Live::new(move || table_data(&site, &shown.get()));
    let embed = of.site.beside.map(|beside| {
        let (caption, site) = (caption.clone(), of.site.clone());
        let words = Live::new(move || {
            let Caption { title, detail, lede } = caption.get();
            let source = source_words(&site, &shown.get().indicator.source);
            EmbedWords {
                title: format!("{title} · {detail}"),
                description: lede.clone(),
                sentence: lede,
                source,
            }
        });
        (beside.table)(of.embeddable(Shape::Table), words)
    });
    let indicator = Live::new(move || shown.get().indicator.clone());
    let number = RwSignal::new(Number::default());
    let method = of.site.beside.map(|beside| (beside.method)(indicator.clone(), number));
    let areas = Memo::new(move |_| {
        let table = shown.get().table.clone();
        Arc::new(table.map_or_else(Vec::new, |table| table.areas().to_vec()))
    });
    let areas = Live::new(move || areas.get());
    let acts = TableActs {
        hover: hover_by_name(&of.site, areas.clone(), of.hovered),
        press: press(of, number),
        pointed: pointed_name(&of.site, areas, of.hovered),
    };
    let parts = [acting_table(&table, acts), method.into(), embed.into()];
    figure_frame(&of.id("table"), caption, indicator, several(parts))
}

/// Takes a pressed cell as a number, with the area of its row; the period is that of its column, or else the one looked at.
fn press(of: &Exploration, number: RwSignal<Number>) -> Act<Pressed> {
    let (shown, site) = (of.state.shown, of.site.clone());
    Act::new(move |pressed: Pressed| {
        let shown = untrack(|| shown.get());
        let table = shown.table.as_ref();
        let area = table.and_then(|table| area_named(&site, table.areas(), &pressed.row));
        let now = shown.period.filter(|period| period_text(*period, site.language) == pressed.column);
        number.set(Number { words: pressed.words(), area, period: now });
    })
}

fn table_data(site: &Site, shown: &Shown) -> TableData {
    let t = site.text();
    let (language, indicator) = (site.language, &shown.indicator);
    let (Some(table), Some(period)) = (&shown.table, shown.period) else { return TableData::default() };
    // A change is never told across a break in the series.
    let broken = indicator.breaks.iter().filter(|broken| **broken <= period).max();
    let first = shown.periods.iter().copied().find(|first| broken.is_none_or(|broken| first >= broken));
    let first = first.filter(|first| *first < period);
    let style = NumberStyle { decimals: indicator.decimals, language };
    let has_ends = !table.intervals().is_empty();
    let cells_of = |ends: Ends, text: &dyn Fn(f64, NumberStyle) -> String| -> [String; 2] {
        ends.map_or_else(Default::default, |(low, high)| [low, high].map(|end| text(end, style)))
    };
    let since = |code: &AreaCode| Some((table.value(code, first?)?.number()?, table.interval(code, first?)));
    let row = |code: &AreaCode| {
        let (now, ends) = (table.value(code, period), table.interval(code, period));
        let mut cells = vec![site.name(code), value_words(site, indicator, now)];
        if has_ends {
            cells.extend(cells_of(ends, &number_text));
        }
        if first.is_some() {
            let both = since(code).zip(now.and_then(Value::number));
            let change = both.map(|((then, _), now)| signed_text(now - then, style));
            cells.push(change.unwrap_or_default());
            if has_ends {
                let ends = both.and_then(|((then, then_ends), now)| {
                    let Interval { low, high } = difference_interval((now, ends?), (then, then_ends?));
                    Some((low, high))
                });
                cells.extend(cells_of(ends, &signed_text));
            }
        }
        cells
    };
    let now = period_text(period, language);
    let mut headings = vec![t.area.to_owned()];
    for heading in
        std::iter::once(now).chain(first.map(|first| (t.explore.change_since)(&period_text(first, language))))
    {
        let ends = end_headings(language).map(|end| format!("{heading}, {end}"));
        headings.push(heading);
        headings.extend(ends.into_iter().filter(|_| has_ends));
    }
    TableData { caption: shown.map_title(language), headings, rows: table.areas().iter().map(row).collect() }
}
