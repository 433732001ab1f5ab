//! What every part of a page may ask: the language, the edition and its catalogue, and how to go somewhere.

use super::chart_figure::Drawn;
use super::downloads::beside_chart;
use super::embed_choice::{EmbedWords, Embeddable, embed_choice};
use super::map_downloads::{MapDownloads, beside_map};
use super::map_figure::MapDrawing;
use super::map_figure::base::MapBase;
use super::method_note::{Number, method_note};
use super::places::Places;
use crate::color::Scale;
use crate::export::check_code::CodeOf;
use crate::i18n::text::{Text, text};
use crate::markup::{Act, Live, Markup, Memo, RwSignal, follow};
use crate::model::{AreaCode, AreaTable, Catalogue, Indicator, Language, Level};
use crate::route::{ColorScheme, Kept, Page, Route, View};
use leptos::prelude::{expect_context, untrack};
use std::sync::Arc;

/// The edition that a page shows, as far as every page needs it. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The page's language.
    pub language: Language,
    /// What is published.
    pub catalogue: Arc<Catalogue>,
    /// The edition's id.
    pub edition: Arc<str>,
    /// Where the edition's files lie, ending in `/`.
    pub data_base: Arc<str>,
    /// All areas that have a page and a name.
    pub places: Arc<Places>,
    /// Tables of smaller areas, as far as they are here.
    pub small_areas: RwSignal<Vec<Arc<AreaTable>>>,
    /// Light or dark, as the reader chose; carried from page to page in the address.
    pub color_scheme: Live<Option<ColorScheme>>,
    /// Whether the page is dark now, by choice or by device.
    pub is_dark: Live<bool>,
    /// Whether the page is being rendered to text beforehand, where nothing can be measured.
    pub is_static: bool,
    /// What the reader takes along, where it can be carried from page to page.
    pub keeping: Option<Keeping>,
    /// What pages of the site offer with every figure, and frames do not.
    pub beside: Option<Beside>,
    /// Draws a map beforehand; in a browser maps are live.
    pub still_map: Option<fn(&StillMap<'_>) -> Markup>,
    /// Gives drawings the height of their frame, where they are asked to fill it.
    pub fill: Option<Fill>,
}

/// Sets the height that a drawing shall have from the one that it has, CSS pixels.
pub type Fill = fn(RwSignal<Option<f64>>, Live<f64>);

/// The figures that the reader takes along.
#[derive(Clone)]
pub struct Keeping {
    /// Those there are now.
    pub kept: Live<Vec<Kept>>,
    /// Puts others in their place.
    pub put: Act<Vec<Kept>>,
}

/// What a map drawn beforehand shows.
#[derive(Clone, Copy)]
pub struct StillMap<'a> {
    /// The borders.
    pub base: &'a MapBase,
    /// What is drawn on them.
    pub drawing: &'a MapDrawing,
    /// The colours of the classes.
    pub scale: Scale,
    /// How many there are.
    pub n_classes: usize,
    /// The area that is shown with what is around it; none for the whole country.
    pub marked: Option<&'a AreaCode>,
    /// What it is, to those who do not see it.
    pub name: &'a str,
}

/// What stands beside figures. Apart from them, so that a program without it is smaller by it.
#[derive(Clone, Copy)]
pub struct Beside {
    /// With a chart, and how it can be framed if it can.
    pub chart: BesideChart,
    /// With a map.
    pub map: fn(&MapDownloads) -> Markup,
    /// What stands behind the numbers of a figure, with one of them at its top when it was asked for.
    pub method: fn(Live<Arc<Indicator>>, RwSignal<Number>) -> Markup,
    /// Makes the code in a picture's corner, in programs that have it.
    pub check_code: Option<CodeOf>,
    /// With a table that stands by itself.
    pub table: fn(Live<Embeddable>, Live<EmbedWords>) -> Markup,
}

/// From the indicator and its chart, and what a frame shows of it.
pub type BesideChart = fn(Live<Arc<Indicator>>, Live<Arc<Drawn>>, Option<Live<Embeddable>>) -> Markup;

impl Beside {
    /// All that there is, with a maker of codes or without.
    pub fn all(check_code: Option<CodeOf>) -> Self {
        Self { check_code, chart: beside_chart, map: beside_map, method: method_note, table: embed_choice }
    }
}

impl Site {
    /// The interface's words.
    pub fn text(&self) -> &'static Text {
        text(self.language)
    }

    /// The address of a page in the page's language.
    pub fn href(&self, page: Page) -> String {
        Route::new(self.language, page).to_string()
    }

    /// The address of an area's page, if areas of its level have one.
    pub fn profile_href(&self, code: &AreaCode) -> Option<String> {
        let name = self.places.name(code)?;
        Page::profile(code.clone(), name).map(|page| self.href(page))
    }

    /// Where a taken search hit leads: to the area's page.
    pub fn open_profile(&self) -> Act<AreaCode> {
        let site = self.clone();
        Act::new(move |code: AreaCode| {
            let page = site.places.name(&code).and_then(|name| Page::profile(code.clone(), name));
            if let (Some(page), Some(window)) = (page, web_sys::window()) {
                let color_scheme = untrack(|| site.color_scheme.get());
                let kept = site.keeping.as_ref().map(|keeping| untrack(|| keeping.kept.get()));
                let view = View { color_scheme, basket: kept.unwrap_or_default(), ..View::default() };
                let route = Route { language: site.language, page, view };
                let _ = window.location().set_href(&route.to_string());
            }
        })
    }

    /// An area's name in the page's language.
    pub fn name(&self, code: &AreaCode) -> String {
        match code.level() {
            Level::Nation => self.text().sweden.to_owned(),
            level @ (Level::Regso | Level::Deso) => {
                let tables = self.small_areas.get();
                let mut names = tables.iter().filter(|table| table.level == level);
                let name = names.find_map(|table| table.name(code).map(str::to_owned));
                name.unwrap_or_else(|| format!("{} {code}", (self.text().level_singular)(level)))
            }
            _ => self.places.name(code).map_or_else(|| code.to_string(), str::to_owned),
        }
    }

    /// Learns the names of small areas from the borders that are shown.
    pub fn follow_names(&self, base: Memo<Option<Arc<MapBase>>>) {
        let known = self.small_areas;
        follow(move || {
            let Some(base) = base.get() else { return };
            let table = base.own_table();
            let is_new = table.level > Level::Municipality
                && known.with_untracked(|known| known.iter().all(|other| !Arc::ptr_eq(other, table)));
            if is_new {
                known.update(|known| known.push(Arc::clone(table)));
            }
        });
    }
}

/// The site, as a page's root provides it.
pub fn use_site() -> Site {
    expect_context::<Site>()
}

/// How a component asks for another view of the same page: changes the address.
#[derive(Clone)]
pub struct Navigate(pub Act<(View, Entry)>);

/// Whether a new view is a step that the back button undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A step of its own.
    Push,
    /// Takes the place of the view before: a slider that moves makes one step, not fourteen.
    Replace,
}

impl Navigate {
    /// Shows another view.
    pub fn to(&self, view: View, entry: Entry) {
        self.0.run((view, entry));
    }
}
