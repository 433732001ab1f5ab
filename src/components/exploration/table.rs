//! All areas of the level as a table: the shown period and the change since the first.

use super::Exploration;
use super::shown::Shown;
use crate::components::data_table::{TableActs, TableData, acting_table};
use crate::components::embed_choice::EmbedWords;
use crate::components::figure_frame::{Caption, figure_frame, source_words};
use crate::components::profile::value_words;
use crate::components::site::Site;
use crate::i18n::number::{NumberStyle, signed_text};
use crate::i18n::period::period_text;
use crate::markup::{Act, Live, Markup, RwSignal, several};
use crate::model::{AreaCode, Value};
use crate::route::Shape;

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
    let number = RwSignal::new(String::new());
    let method = of.site.beside.map(|beside| (beside.method)(indicator.clone(), number));
    let acts = TableActs { hover: Act::new(|_| ()), press: Act::new(move |words| number.set(words)) };
    let parts = [acting_table(&table, acts), method.into(), embed.into()];
    figure_frame(&of.id("table"), caption, indicator, several(parts))
}

fn table_data(site: &Site, shown: &Shown) -> TableData {
    let t = site.text();
    let (language, indicator) = (site.language, &shown.indicator);
    let (Some(table), Some(period)) = (&shown.table, shown.period) else { return TableData::default() };
    let first = shown.periods.first().copied().filter(|first| *first != period);
    let style = NumberStyle { decimals: indicator.decimals, language };
    let change = |code: &AreaCode, now: Option<Value>| {
        let before = table.value(code, first?)?.number()?;
        Some(signed_text(now?.number()? - before, style))
    };
    let row = |code: &AreaCode| {
        let now = table.value(code, period);
        let mut cells = vec![site.name(code), value_words(site, indicator, now)];
        if first.is_some() {
            cells.push(change(code, now).unwrap_or_default());
        }
        cells
    };
    let mut headings = vec![t.area.to_owned(), period_text(period, language)];
    headings.extend(first.map(|first| (t.explore.change_since)(&period_text(first, language))));
    TableData { caption: shown.map_title(language), headings, rows: table.areas().iter().map(row).collect() }
}
