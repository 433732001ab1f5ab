//! What pages say to machines, as JSON-LD in the words of schema.org.

use super::Content;
use super::address::full;
use crate::i18n::text::text;
use crate::model::{AreaCode, Indicator, Language, Level, Profile, Theme, paths};
use crate::route::{Page, Route};
use serde_json::{Value, json};

/// What a page is about: one or several things, as a graph.
pub(super) fn script(things: Vec<Value>) -> String {
    let graph = json!({"@context": "https://schema.org", "@graph": things});
    // Inside a script element only `<` could end it.
    let graph = graph.to_string().replace('<', "\\u003c");
    format!(r#"<script type="application/ld+json">{graph}</script>"#)
}

/// The start page: the site and the catalogue of all data sets.
pub(super) fn start(content: &Content, language: Language) -> Vec<Value> {
    let (t, address) = (text(language), content.address.as_ref());
    let home = page_address(content, language, Page::Start);
    let of_indicator = |indicator: &Indicator| {
        let page = page_address(content, language, Page::Indicator(indicator.slug.clone()));
        json!({"@type": "Dataset", "@id": format!("{page}#data"), "name": indicator.title.get(language)})
    };
    vec![
        json!({
            "@type": "WebSite",
            "@id": format!("{}#site", full(address, "/")),
            "name": t.site,
            "url": home,
            "inLanguage": language.tag(),
            "description": t.start_lede,
        }),
        json!({
            "@type": "DataCatalog",
            "@id": format!("{}#catalog", full(address, "/")),
            "name": t.site,
            "description": t.tagline,
            "url": home,
            "publisher": publisher(content, language),
            "license": content.catalogue.licence.url,
            "dataset": content.catalogue.indicators.iter().map(of_indicator).collect::<Vec<_>>(),
        }),
    ]
}

/// An indicator: a data set with its files, and the way to its page.
pub(super) fn indicator(content: &Content, language: Language, indicator: &Indicator) -> Vec<Value> {
    let address = content.address.as_ref();
    let page = page_address(content, language, Page::Indicator(indicator.slug.clone()));
    let title = indicator.title.get(language);
    let periods = indicator.tables.iter().flat_map(|table| &table.periods);
    let (first, last) = (periods.clone().min(), periods.max());
    let file = |path: String, kind: &str| {
        let url = full(address, &format!("/data/{}/{path}", content.edition));
        json!({"@type": "DataDownload", "contentUrl": url, "encodingFormat": kind})
    };
    let files = indicator.tables.iter().flat_map(|table| {
        let (level, vintage) = (table.level, table.vintage);
        [
            file(paths::download(&indicator.slug, level, vintage), "text/csv"),
            file(paths::history(&indicator.slug, level, vintage), "application/json"),
        ]
    });
    let mut dataset = json!({
        "@type": "Dataset",
        "@id": format!("{page}#data"),
        "name": title,
        "description": format!("{} {}", indicator.question.get(language), indicator.plain.get(language)),
        "url": page,
        "identifier": indicator.slug,
        "inLanguage": language.tag(),
        "version": &*content.edition,
        "datePublished": content.published,
        "isAccessibleForFree": true,
        "license": content.catalogue.licence.url,
        "publisher": publisher(content, language),
        "creator": {"@type": "Organization", "name": indicator.source.provider.get(language)},
        "includedInDataCatalog": {"@id": format!("{}#catalog", full(address, "/"))},
        "spatialCoverage": {"@type": "Country", "name": "Sverige", "identifier": "SE"},
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": title,
            "unitText": indicator.unit.long.get(language),
        },
        "distribution": files.collect::<Vec<_>>(),
    });
    if let (Some(first), Some(last)) = (first, last) {
        let date = |period: crate::model::Period| period.to_string().replace('M', "-");
        dataset["temporalCoverage"] = format!("{}/{}", date(*first), date(*last)).into();
    }
    if !indicator.source.url.is_empty() {
        dataset["isBasedOn"] = indicator.source.url.clone().into();
    }
    let way = [
        (text(language).site.to_owned(), Page::Start),
        theme_step(indicator.theme, language),
        (title.to_owned(), Page::Indicator(indicator.slug.clone())),
    ];
    vec![dataset, breadcrumbs(content, language, &way)]
}

/// A theme: the data sets that it gathers, and the way to its page.
pub(super) fn theme(content: &Content, language: Language, theme: Theme) -> Vec<Value> {
    let page = page_address(content, language, Page::Theme(theme));
    let of_theme = content.catalogue.indicators.iter().filter(|indicator| indicator.theme == theme);
    let data_set = |indicator: &Indicator| {
        let page = page_address(content, language, Page::Indicator(indicator.slug.clone()));
        json!({"@type": "Dataset", "@id": format!("{page}#data"), "name": indicator.title.get(language)})
    };
    let way = [(text(language).site.to_owned(), Page::Start), theme_step(theme, language)];
    let collection = json!({
        "@type": "CollectionPage",
        "@id": page,
        "url": page,
        "name": (text(language).theme)(theme),
        "inLanguage": language.tag(),
        "hasPart": of_theme.map(data_set).collect::<Vec<_>>(),
    });
    vec![collection, breadcrumbs(content, language, &way)]
}

/// A municipality or county: the place, where it lies, and the way to its page.
pub(super) fn place(content: &Content, language: Language, profile: &Profile) -> Vec<Value> {
    let page = |code: &AreaCode, name: &str| Page::profile(code.clone(), name);
    let Some(own) = page(&profile.area, &profile.name) else { return Vec::new() };
    let url = page_address(content, language, own.clone());
    let county = profile.parents.iter().find(|(code, _)| code.level() == Level::County);
    let within = match county {
        Some((code, name)) => administrative(code, name),
        None => json!({"@type": "Country", "name": "Sverige", "identifier": "SE"}),
    };
    let mut area = administrative(&profile.area, &profile.name);
    area["@id"] = format!("{url}#place").into();
    area["url"] = url.into();
    area["containedInPlace"] = within;
    let mut way = vec![(text(language).site.to_owned(), Page::Start)];
    way.extend(county.and_then(|(code, name)| Some((name.clone(), page(code, name)?))));
    way.push((profile.name.clone(), own));
    vec![area, breadcrumbs(content, language, &way)]
}

fn theme_step(theme: Theme, language: Language) -> (String, Page) {
    ((text(language).theme)(theme).to_owned(), Page::Theme(theme))
}

/// The full address of a page in a language.
pub(super) fn page_address(content: &Content, language: Language, page: Page) -> String {
    full(content.address.as_ref(), &Route::new(language, page).path())
}

fn administrative(code: &AreaCode, name: &str) -> Value {
    let kind = match code.level() {
        Level::County => "länskod",
        _ => "kommunkod",
    };
    json!({
        "@type": "AdministrativeArea",
        "name": name,
        "identifier": {"@type": "PropertyValue", "propertyID": kind, "value": code.as_str()},
    })
}

fn publisher(content: &Content, language: Language) -> Value {
    json!({"@type": "Organization", "name": content.catalogue.publisher.name.get(language)})
}

fn breadcrumbs(content: &Content, language: Language, way: &[(String, Page)]) -> Value {
    let step = |(at, (name, page)): (usize, &(String, Page))| {
        let url = page_address(content, language, page.clone());
        json!({"@type": "ListItem", "position": at + 1, "name": name, "item": url})
    };
    json!({"@type": "BreadcrumbList", "itemListElement": way.iter().enumerate().map(step).collect::<Vec<_>>()})
}
