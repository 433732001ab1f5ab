//! The catalogue of data sets for data portals: DCAT-AP-SE 3 as JSON-LD (<https://docs.dataportal.se/dcat/>).

use super::Content;
use super::address::SiteAddress;
use super::linked_data::page_address;
use crate::i18n::text::text;
use crate::model::{Indicator, Language, Localized, TableEntry, paths};
use crate::route::Page;
use serde_json::{Value, json};

/// The path of the catalogue.
pub(super) const PATH: &str = "/dcat.jsonld";

/// The catalogue as a JSON text.
pub(super) fn dcat(content: &Content, address: &SiteAddress) -> String {
    let t = Language::ALL.map(text);
    let catalogue = &content.catalogue;
    let id = |name: &str| address.of(&format!("{PATH}#{name}"));
    let contact = &catalogue.publisher.contact;
    let mut graph = vec![
        json!({
            "@id": id("catalog"),
            "@type": "dcat:Catalog",
            "dcterms:title": both(t[0].site, t[1].site),
            "dcterms:description": both(t[0].tagline, t[1].tagline),
            "dcterms:publisher": {"@id": id("publisher")},
            "dcterms:license": {"@id": catalogue.licence.url},
            "dcterms:issued": date(&content.published),
            "dcterms:language": [{"@id": LANGUAGE.to_owned() + "SWE"}, {"@id": LANGUAGE.to_owned() + "ENG"}],
            "foaf:homepage": {"@id": address.of("/")},
            "dcat:dataset": catalogue.indicators.iter().map(|i| json!({"@id": id(&i.slug)})).collect::<Vec<_>>(),
        }),
        json!({
            "@id": id("publisher"),
            "@type": "foaf:Agent",
            "foaf:name": localized(&catalogue.publisher.name),
        }),
    ];
    if contact.contains('@') {
        graph.push(json!({
            "@id": id("contact"),
            "@type": "vcard:Organization",
            "vcard:fn": catalogue.publisher.name.sv,
            "vcard:hasEmail": {"@id": format!("mailto:{contact}")},
        }));
    }
    for indicator in &catalogue.indicators {
        let mut dataset = dataset(content, &id, indicator);
        if contact.contains('@') {
            dataset["dcat:contactPoint"] = json!({"@id": id("contact")});
        }
        graph.push(dataset);
        for table in &indicator.tables {
            graph.extend(distributions(content, address, &id, indicator, table));
        }
    }
    json!({"@context": context(), "@graph": graph}).to_string()
}

const LANGUAGE: &str = "http://publications.europa.eu/resource/authority/language/";
const FILE_TYPE: &str = "http://publications.europa.eu/resource/authority/file-type/";

fn dataset(content: &Content, id: &dyn Fn(&str) -> String, indicator: &Indicator) -> Value {
    let mut periods = indicator.tables.iter().flat_map(|table| &table.periods);
    let first = periods.clone().min().map_or(0, |period| period.calendar_year());
    let last = periods.by_ref().max().map_or(0, |period| period.calendar_year());
    let files = indicator
        .tables
        .iter()
        .flat_map(|table| FORMATS.map(|(format, ..)| json!({"@id": id(&file_id(indicator, table, format))})));
    json!({
        "@id": id(&indicator.slug),
        "@type": "dcat:Dataset",
        "dcterms:identifier": indicator.slug,
        "dcterms:title": localized(&indicator.title),
        "dcterms:description": both(
            &format!("{} {}", indicator.question.sv, indicator.plain.sv),
            &format!("{} {}", indicator.question.en, indicator.plain.en),
        ),
        "dcterms:publisher": {"@id": id("publisher")},
        "dcterms:accessRights": {"@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC"},
        "dcterms:spatial": {"@id": "http://publications.europa.eu/resource/authority/country/SWE"},
        "dcterms:temporal": {
            "@type": "dcterms:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:gYear", "@value": format!("{first:04}")},
            "dcat:endDate": {"@type": "xsd:gYear", "@value": format!("{last:04}")},
        },
        "dcterms:modified": date(&content.published),
        "dcat:theme": {"@id": "http://publications.europa.eu/resource/authority/data-theme/SOCI"},
        "dcat:landingPage": {"@id": page_address(content, Language::Sv, Page::Indicator(indicator.slug.clone()))},
        "dcat:distribution": files.collect::<Vec<_>>(),
    })
}

/// Format, its media type, and its name in the register of file types.
const FORMATS: [(&str, &str, &str); 2] =
    [("csv", "text/csv", "CSV"), ("json-stat", "application/json", "JSON")];

fn distributions(
    content: &Content,
    address: &SiteAddress,
    id: &dyn Fn(&str) -> String,
    indicator: &Indicator,
    table: &TableEntry,
) -> Vec<Value> {
    let level = Language::ALL.map(|language| (text(language).level_plural)(table.level));
    let of = |(format, media, file_type): (&str, &str, &str)| {
        let path = match format {
            "csv" => paths::download(&indicator.slug, table.level, table.vintage),
            _ => paths::history(&indicator.slug, table.level, table.vintage),
        };
        let url = address.of(&format!("/data/{}/{path}", content.edition));
        json!({
            "@id": id(&file_id(indicator, table, format)),
            "@type": "dcat:Distribution",
            "dcterms:title": both(
                &format!("{}, {} {}", indicator.title.sv, level[0], table.vintage),
                &format!("{}, {} {}", indicator.title.en, level[1], table.vintage),
            ),
            "dcat:accessURL": {"@id": url},
            "dcat:downloadURL": {"@id": url},
            "dcat:mediaType": {"@id": format!("https://www.iana.org/assignments/media-types/{media}")},
            "dcterms:format": {"@id": format!("{FILE_TYPE}{file_type}")},
            "dcterms:license": {"@id": content.catalogue.licence.url},
        })
    };
    FORMATS.map(of).into()
}

fn file_id(indicator: &Indicator, table: &TableEntry, format: &str) -> String {
    format!("{}-{}-{}-{format}", indicator.slug, table.level, table.vintage)
}

fn localized(text: &Localized) -> Value {
    both(&text.sv, &text.en)
}

fn both(sv: &str, en: &str) -> Value {
    json!([{"@language": "sv", "@value": sv}, {"@language": "en", "@value": en}])
}

fn date(published: &str) -> Value {
    json!({"@type": "xsd:dateTime", "@value": published})
}

fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}
