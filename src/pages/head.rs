//! What a page says of itself to browsers, search engines and link previews.

use crate::i18n::text::basket::basket_text;
use crate::i18n::text::place::place_text;
use crate::i18n::text::text;
use crate::model::{AreaCode, Indicator, Language, Level, Profile};

/// The head of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The page's language.
    pub language: Language,
    /// Title: what is special first, the site last.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

impl Head {
    /// The start page.
    pub fn start(language: Language) -> Self {
        let t = text(language);
        Self {
            language, title: format!("{} – {}", t.site, t.tagline), description: t.start_lede.to_owned()
        }
    }

    /// The explorer.
    pub fn explore(language: Language) -> Self {
        let t = text(language);
        Self {
            language,
            title: format!("{} – {}", t.explore.heading, t.site),
            description: t.explore.lede.to_owned(),
        }
    }

    /// The page that compares areas.
    pub fn compare(language: Language) -> Self {
        let t = text(language);
        Self {
            language,
            title: format!("{} – {}", t.explore.compare, t.site),
            description: t.explore.compare_lede.to_owned(),
        }
    }

    /// The page that checks a figure.
    pub fn verify(language: Language) -> Self {
        let t = text(language);
        Self {
            language,
            title: format!("{} – {}", t.verify().heading, t.site),
            description: t.verify().lede.to_owned(),
        }
    }

    /// The page of the figures taken along.
    pub fn basket(language: Language) -> Self {
        let t = text(language);
        Self {
            language,
            title: format!("{} – {}", t.basket.name, t.site),
            description: basket_text(language).lede.to_owned(),
        }
    }

    /// An indicator's page.
    pub fn indicator(language: Language, indicator: &Indicator) -> Self {
        let title = indicator.title.get(language);
        let (question, plain) = (indicator.question.get(language), indicator.plain.get(language));
        Self {
            language,
            title: format!("{title} – {}", text(language).site),
            description: format!("{question} {plain}"),
        }
    }

    /// A municipality's or county's page.
    pub fn place(language: Language, profile: &Profile) -> Self {
        let t = text(language);
        let county = profile.parents.iter().find(|(code, _)| code.level() == Level::County);
        let kind = match county {
            Some((_, county)) => (t.municipality_in)(county),
            None => t.county_in_sweden.to_owned(),
        };
        Self {
            language,
            title: format!("{} – {}", profile.name, t.site),
            description: format!("{}. {kind}. {}.", profile.name, t.tagline),
        }
    }

    /// The page of a small area. No figure is in it: what is shown of a place in a preview is the municipality's.
    pub fn area(language: Language, name: &str, code: &AreaCode, profile: &Profile) -> Self {
        let t = text(language);
        let kind = (place_text(language).small.area_in)((t.level_singular)(code.level()), &profile.name);
        Self {
            language,
            title: format!("{name}, {} – {}", profile.name, t.site),
            description: format!("{name}. {kind}. {}", (place_text(language).small.area_care)(&profile.name)),
        }
    }

    /// The page about area types.
    pub fn area_types(language: Language) -> Self {
        let t = text(language);
        Self {
            language,
            title: format!("{} – {}", place_text(language).area_types, t.site),
            description: place_text(language).types.types_page_lede.to_owned(),
        }
    }

    /// A page to read, whose text begins with its title and with a paragraph that says what it is about.
    pub fn reading(language: Language, title: &str, first_paragraph: &str) -> Self {
        Self {
            language,
            title: format!("{title} – {}", text(language).site),
            description: first_paragraph.to_owned(),
        }
    }

    /// An unknown address.
    pub fn not_found(language: Language) -> Self {
        let t = text(language);
        Self {
            language,
            title: format!("{} – {}", t.not_found, t.site),
            description: t.not_found_lede.to_owned(),
        }
    }
}
