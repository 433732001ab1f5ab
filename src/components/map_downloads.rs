//! The map as a file, as it is seen: SVG with live text, and PNG.

use super::browser::shared_address;
use super::embed_choice::{EmbedWords, Embeddable, embed_choice};
use super::figure_frame::source_words;
use super::keep_button::keep_button;
use super::map_figure::{AskSeen, MapDrawing, Seen, inks};
use super::map_legend::{LegendContent, class_limits};
use super::site::{Site, use_site};
use crate::color::{Ground, Role};
use crate::export::check_code::CodeOf;
use crate::export::download::save;
use crate::export::map_poster::{LegendRow, MapPoster, map_svg};
use crate::export::{Credit, png, png_text};
use crate::map::choropleth::{Inks, rgba};
use crate::map::svg::SeenMap;
use crate::markup::{Element, Live, Markup, RwSignal, el, several, words};
use crate::model::Absence;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// What a file needs beside what is seen.
#[derive(Clone)]
pub struct MapDownloads {
    /// The way to what is on the map.
    pub seen: AskSeen,
    /// What is drawn.
    pub drawing: Live<Option<MapDrawing>>,
    /// What the legend explains.
    pub legend: Live<LegendContent>,
    /// Title, detail and description of the figure.
    pub heading: Live<(String, String, String)>,
    /// What a frame shows of it; a second map beside the first has none.
    pub embed: Option<Live<Embeddable>>,
}

/// What is offered beside a map: its files, and how to put it in another page.
pub fn beside_map(content: &MapDownloads) -> Markup {
    let site = use_site();
    let embed = content.embed.clone().map(|of| {
        let (heading, legend) = (content.heading.clone(), content.legend.clone());
        let words = Live::new(move || {
            let (title, detail, sentence) = heading.get();
            EmbedWords {
                title: format!("{title} · {detail}"),
                description: format!("{} {sentence}", (site.text().map_name)(&title)),
                sentence,
                source: source_words(&site, &legend.get().indicator.source),
            }
        });
        several([keep_button(of.clone()), embed_choice(of, words)])
    });
    several([map_downloads(content), embed.into()])
}

/// The two buttons. Nothing on a page without a program.
fn map_downloads(content: &MapDownloads) -> Markup {
    let site = use_site();
    if site.is_static {
        return Markup::Nothing;
    }
    let t = site.text();
    let failure = RwSignal::new(String::new());
    let button = |name: &'static str, is_png: bool| {
        let (site, content) = (site.clone(), content.clone());
        let press = move || {
            let result = untrack(|| take(&site, &content, is_png));
            failure.set(result.err().map_or_else(String::new, |reason| {
                (site.text().figure.failed)(&reason.as_string().unwrap_or_else(|| format!("{reason:?}")))
            }));
        };
        let button = el("button").attr("type", "button").class("link-button").when("click", press).with(name);
        el("li").with(button)
    };
    let files: Vec<Element> = vec![button(t.figure.svg, false), button(t.figure.png, true)];
    el("details")
        .class("disclosure")
        .with(el("summary").with(t.map.take_along))
        .with(el("ul").class("files").with(files))
        .with(el("p").class("files__failure").attr("role", "alert").with(words(move || failure.get())))
        .into()
}

fn take(site: &Site, content: &MapDownloads, is_png: bool) -> Result<(), JsValue> {
    let code = site.beside.and_then(|beside| beside.check_code);
    let seen = content.seen.get_value().and_then(|seen| seen());
    let file = seen.and_then(|seen| map_file(site, content, &seen, shared_address(), code));
    let Some((svg, size, credit)) = file else { return Ok(()) };
    let name = credit.file_name();
    if is_png {
        return png::png_of_svg(&svg, size, move |bytes| {
            let _ = save(&format!("{name}.png"), "image/png", &png_text::with_credit(&bytes, &credit));
        });
    }
    save(&format!("{name}.svg"), "image/svg+xml", svg.as_bytes())
}

/// The map as it is seen with title, legend and source around it, as SVG, with its width and height and what it says of
/// itself; nothing before there are figures. `address` is where the figure is read.
pub fn map_file(
    site: &Site,
    content: &MapDownloads,
    seen: &Seen,
    address: String,
    code: Option<CodeOf>,
) -> Option<(String, [f64; 2], Credit)> {
    let drawing = content.drawing.get()?;
    let inks = inks(&seen.base, &drawing)?;
    let ground = if site.is_dark.get() { Ground::Dark } else { Ground::Light };
    let legend = content.legend.get();
    let (title, detail, description) = content.heading.get();
    let credit = Credit {
        title,
        detail,
        description,
        address,
        ..Credit::of(&legend.indicator, &site.catalogue, &site.edition, site.language)
    };
    let Seen { base, view, size, insets, names, outlines } = seen;
    let map = SeenMap {
        scene: &base.scene,
        inks: &inks,
        lines: drawing.lines,
        mark: rgba(Role::Ink.color(ground)),
        halo: rgba(Role::Ground.color(ground)),
        view: *view,
        size: *size,
        insets,
        outlines,
        names,
    };
    let (svg, size) = map_svg(&MapPoster {
        map: &map,
        legend_title: legend.indicator.unit.long.get(site.language),
        legend: &rows(site, &legend, ground),
        credit: &credit,
        code,
        ground: rgba(Role::Ground.color(ground)),
    });
    Some((svg, size, credit))
}

/// The legend's classes from the lowest, then the absences that there are.
fn rows(site: &Site, legend: &LegendContent, ground: Ground) -> Vec<LegendRow> {
    let LegendContent { indicator, classification, values, scale, .. } = legend;
    let inks = Inks::new(*scale, classification.n_classes(), ground);
    let numbers: Vec<f64> = values.iter().filter_map(|value| value.number()).collect();
    let class = |(class, count): (usize, usize)| LegendRow {
        ink: inks.of_class(class),
        meaning: class_limits(site.language, indicator, classification, class),
        count,
    };
    let mut rows: Vec<LegendRow> =
        classification.counts(&numbers).into_iter().enumerate().map(class).collect();
    let absence = |reason: Absence| LegendRow {
        ink: inks.of_absence(reason),
        meaning: (site.text().absence)(reason).to_owned(),
        count: values.iter().filter(|value| value.absence() == Some(reason)).count(),
    };
    rows.extend(Absence::ALL.map(absence).into_iter().filter(|row| row.count > 0));
    rows
}
