//! What a reader takes along: the figure as a picture, its table in several formats. Every file carries its title,
//! source, edition and the address of the view that it shows.

pub mod check_code;
pub mod crc;
pub mod csv;
pub mod download;
pub mod json_stat;
pub mod map_poster;
pub mod png;
pub mod png_text;
pub mod poster;
pub mod provenance;
mod xlsx;
mod zip;

pub use xlsx::xlsx;

use crate::charts::svg::escaped;
use crate::i18n::text::text;
use crate::model::{Catalogue, Indicator, Language};

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// Of the words.
    pub language: Language,
    /// Indicator, areas, periods.
    pub title: String,
    /// Unit, group, levels.
    pub detail: String,
    /// A sentence made from the numbers.
    pub description: String,
    /// Provider, table, release and retrieval.
    pub source: String,
    /// The edition's hash.
    pub edition: String,
    /// Name and address of the licence.
    pub licence: String,
    /// For questions; empty where none is given.
    pub contact: String,
    /// The address of the view.
    pub address: String,
    /// The warning of an edition whose figures are modelled.
    pub warning: Option<String>,
}

impl Credit {
    /// What is known of a figure of an indicator before its own words.
    pub fn of(indicator: &Indicator, catalogue: &Catalogue, edition: &str, language: Language) -> Self {
        let t = text(language);
        let source = &indicator.source;
        let parts = [
            source.provider.get(language).to_owned(),
            source.table.clone(),
            dated(t.released, &source.released),
            dated(t.retrieved, &source.retrieved),
        ];
        let licence = &catalogue.licence;
        Self {
            language,
            title: String::new(),
            detail: String::new(),
            description: String::new(),
            source: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            edition: edition.to_owned(),
            licence: [licence.name(language), licence.url.as_str()].join(" ").trim().to_owned(),
            contact: catalogue.publisher.contact.clone(),
            address: String::new(),
            warning: catalogue.synthetic.then(|| t.synthetic.to_owned()),
        }
    }

    /// All of it as pairs of name and text, for a cover sheet or the lines above a table.
    pub fn lines(&self) -> Vec<(&'static str, &str)> {
        let t = text(self.language);
        let lines = [
            ("", self.title.as_str()),
            ("", self.detail.as_str()),
            ("", self.warning.as_deref().unwrap_or_default()),
            ("", self.description.as_str()),
            (t.source, self.source.as_str()),
            (t.edition, self.edition.as_str()),
            (t.figure.licence, self.licence.as_str()),
            (t.figure.contact, self.contact.as_str()),
            (t.figure.address, self.address.as_str()),
        ];
        lines.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The same as sentences: `Källa: SCB.`
    pub fn sentences(&self) -> Vec<String> {
        let sentence = |(name, text): (&str, &str)| match name {
            "" => text.to_owned(),
            name => format!("{name}: {text}"),
        };
        self.lines().into_iter().map(sentence).collect()
    }

    /// What a picture is and comes from, for an SVG file: Dublin Core terms in `<metadata>`.
    pub fn metadata(&self) -> String {
        let mut metadata = String::from(
            r#"<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/terms/"><rdf:Description rdf:about="">"#,
        );
        for (term, text) in [
            ("title", &self.title),
            ("description", &self.description),
            ("provenance", &self.source),
            ("hasVersion", &self.edition),
            ("license", &self.licence),
            ("source", &self.address),
        ] {
            metadata.extend(["<dc:", term, ">", &escaped(text), "</dc:", term, ">"]);
        }
        metadata.push_str("</rdf:Description></rdf:RDF></metadata>");
        metadata
    }

    /// A name for the file, without its ending: the title as small letters, digits and hyphens.
    pub fn file_name(&self) -> String {
        let name = crate::route::slug_of_name(&self.title);
        match name.char_indices().nth(80) {
            Some((end, _)) => name[..end].trim_end_matches('-').to_owned(),
            None if name.is_empty() => "lagesbild".to_owned(),
            None => name,
        }
    }
}

fn dated(word: &str, date: &str) -> String {
    if date.is_empty() { String::new() } else { format!("{} {date}", word.to_lowercase()) }
}
