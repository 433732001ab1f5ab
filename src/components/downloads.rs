//! What a reader can take along from a figure: its table in four formats, its picture in two, and a sentence to quote.

use super::browser::shared_address;
use super::chart_figure::Drawn;
use super::embed_choice::{EmbedWords, Embeddable, embed_choice};
use super::figure_frame::source_words;
use super::keep_button::keep_button;
use super::site::{Site, use_site};
use crate::charts::Table;
use crate::color::Ground;
use crate::export::csv::{CsvForm, csv};
use crate::export::download::save;
use crate::export::poster::Poster;
use crate::export::{Credit, json_stat, png, png_text, xlsx};
use crate::i18n::text::FigureText;
use crate::markup::{Element, Live, Markup, Memo, RwSignal, el, live, several, words};
use crate::model::Indicator;
use leptos::prelude::untrack;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// The width of a picture that is taken along, CSS pixels.
const WIDTH: f64 = 800.0;

/// One way to take the figure along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    CsvExcel,
    Xlsx,
    JsonStat,
    Svg,
    Png,
}

impl Format {
    const ALL: [Self; 6] = [Self::Csv, Self::CsvExcel, Self::Xlsx, Self::JsonStat, Self::Svg, Self::Png];

    const fn name(self, t: &FigureText) -> &'static str {
        match self {
            Self::Csv => t.csv,
            Self::CsvExcel => t.csv_excel,
            Self::Xlsx => t.xlsx,
            Self::JsonStat => t.json_stat,
            Self::Svg => t.svg,
            Self::Png => t.png,
        }
    }
}

/// What is offered beside a chart: the files, and how to put it in another page where that can be done.
pub fn beside_chart(
    indicator: Live<Arc<Indicator>>,
    drawn: Live<Arc<Drawn>>,
    embed: Option<Live<Embeddable>>,
) -> Markup {
    let site = use_site();
    let embed = embed.map(|of| {
        let (indicator, drawn) = (indicator.clone(), drawn.clone());
        let words = Live::new(move || {
            let drawn = drawn.get();
            EmbedWords {
                title: drawn.words.title(),
                description: drawn.words.alternative.clone(),
                sentence: drawn.words.lede.clone(),
                source: source_words(&site, &indicator.get().source),
            }
        });
        several([keep_button(of.clone()), embed_choice(of, words)])
    });
    el("div").class("figure__offers").with(downloads(indicator, drawn)).with(embed).into()
}

/// The list of files, and the sentence where the figure has one. Nothing on a page without a program.
fn downloads(indicator: Live<Arc<Indicator>>, drawn: Live<Arc<Drawn>>) -> Markup {
    let site = use_site();
    if site.is_static {
        return Markup::Nothing;
    }
    let t = site.text();
    let failure = RwSignal::new(String::new());
    let button = |format: Format| {
        let (site, indicator, drawn) = (site.clone(), indicator.clone(), drawn.clone());
        let press = move || {
            let drawn = untrack(|| drawn.get());
            let credit = credit(&site, &untrack(|| indicator.get()), &drawn);
            let result = take(format, &site, credit, &drawn);
            failure.set(result.err().map_or_else(String::new, |reason| {
                (site.text().figure.failed)(&reason.as_string().unwrap_or_else(|| format!("{reason:?}")))
            }));
        };
        el("li").with(
            el("button")
                .attr("type", "button")
                .class("link-button")
                .when("click", press)
                .with(format.name(&t.figure)),
        )
    };
    let files = el("details")
        .class("disclosure")
        .with(el("summary").with(t.figure.take_along))
        .with(el("ul").class("files").with(Format::ALL.map(button).into_iter().collect::<Vec<Element>>()))
        .with(el("p").class("files__failure").attr("role", "alert").with(words(move || failure.get())));
    several([quote(drawn), files.into()])
}

/// The button that copies the sentence.
fn quote(drawn: Live<Arc<Drawn>>) -> Markup {
    let t = use_site().text();
    // The sentence that was copied, which says so until there is another.
    let copied = RwSignal::new(String::new());
    let is_copied = {
        let drawn = drawn.clone();
        move || !copied.get().is_empty() && drawn.get().words.quote == copied.get()
    };
    let is_copied = Memo::new(move |_| is_copied());
    let quoted = drawn.clone();
    // Kept, so that the button stays while the sentence changes.
    let is_quotable = Memo::new(move |_| !quoted.get().words.quote.is_empty());
    live(move || {
        let drawn = drawn.clone();
        is_quotable.get().then(|| {
            let press = move || {
                let quote = untrack(|| drawn.get()).words.quote.clone();
                if let Some(window) = web_sys::window() {
                    let _ =
                        window.navigator().clipboard().write_text(&format!("{quote} {}", shared_address()));
                    copied.set(quote);
                }
            };
            el("p")
                .with(
                    el("button")
                        .attr("type", "button")
                        .class("link-button")
                        .when("click", press)
                        .with(t.copy_sentence),
                )
                .with(" ")
                .with(
                    el("span").attr("role", "status").with(words(move || {
                        if is_copied.get() { t.copied.to_owned() } else { String::new() }
                    })),
                )
        })
    })
}

fn take(format: Format, site: &Site, credit: Credit, drawn: &Drawn) -> Result<(), JsValue> {
    let table = || -> Table { drawn.chart.table() };
    let code = site.beside.and_then(|beside| beside.check_code);
    let poster = || Poster::new(drawn.chart.as_ref(), &credit, code, WIDTH);
    let ground = if untrack(|| site.is_dark.get()) { Ground::Dark } else { Ground::Light };
    let name = credit.file_name();
    match format {
        Format::Csv => save(
            &format!("{name}.csv"),
            "text/csv;charset=utf-8",
            csv(&table(), &credit, CsvForm::Plain).as_bytes(),
        ),
        Format::CsvExcel => {
            let file = csv(&table(), &credit, CsvForm::SwedishExcel);
            save(&format!("{name}-excel.csv"), "text/csv;charset=utf-8", file.as_bytes())
        }
        Format::Xlsx => save(
            &format!("{name}.xlsx"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            &xlsx(&table(), &credit),
        ),
        Format::JsonStat => {
            let file = json_stat::json_stat(&table(), &credit);
            save(&format!("{name}.json"), "application/json", file.as_bytes())
        }
        Format::Svg => {
            save(&format!("{name}.svg"), "image/svg+xml", poster().svg(&credit, ground).as_bytes())
        }
        Format::Png => {
            let poster = poster();
            png::png(&poster, ground, move |bytes| {
                let _ = save(&format!("{name}.png"), "image/png", &png_text::with_credit(&bytes, &credit));
            })
        }
    }
}

/// What the files say of themselves.
fn credit(site: &Site, indicator: &Indicator, drawn: &Drawn) -> Credit {
    Credit {
        title: drawn.words.heading.clone(),
        detail: drawn.words.detail.clone(),
        description: drawn.words.lede.clone(),
        address: shared_address(),
        ..Credit::of(indicator, &site.catalogue, &site.edition, site.language)
    }
}
