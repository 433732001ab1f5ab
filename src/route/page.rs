//! The pages of the site and their paths in both languages.

use super::embed::EmbedView;
use super::percent;
use super::slug::is_slug;
use crate::model::{AreaCode, Language, Level, Theme};

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The start page.
    Start,
    /// Any indicator as map, line, ranking, distribution, scatter or table.
    Explore,
    /// Areas side by side.
    Compare,
    /// The five area types.
    AreaTypes,
    /// Segregation indices for any selection.
    IndexBench,
    /// Checks a figure against its edition.
    Verify,
    /// The figures that the reader takes along, as a report.
    Basket,
    /// One indicator, by its slug.
    Indicator(String),
    /// One policy field.
    Theme(Theme),
    /// The profile of a municipality.
    Municipality(Place),
    /// The profile of a county.
    County(Place),
    /// A RegSO, or a DeSO.
    Area(AreaCode),
    /// A text.
    Reading(Reading),
    /// A figure for other people's pages.
    Embed(EmbedView),
    /// No page of ours: the path as asked for, percent-encoded and ending in `/`.
    NotFound(String),
}

/// A place as an address names it: the code decides, the slug is for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The code.
    pub code: AreaCode,
    /// The name in an address's letters; empty as long as the name is not known.
    pub slug: String,
}

/// A page to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// How figures are made.
    Method,
    /// What words mean.
    WordList,
    /// The files of the edition.
    OpenData,
    /// What was corrected.
    Corrections,
    /// The accessibility statement.
    Accessibility,
    /// Who publishes, and why.
    About,
    /// Easy to read.
    EasyToRead,
}

impl Reading {
    /// All of them, in the order a menu shows them.
    pub const ALL: [Self; 7] = [
        Self::Method,
        Self::WordList,
        Self::OpenData,
        Self::Corrections,
        Self::Accessibility,
        Self::About,
        Self::EasyToRead,
    ];
}

impl Place {
    /// A place whose address is made from its code and name.
    pub fn new(code: AreaCode, name: &str) -> Self {
        Self { code, slug: super::slug_of_name(name) }
    }
}

impl Page {
    /// The profile page of an area; `None` for the nation, whose profile is the start page.
    pub fn profile(code: AreaCode, name: &str) -> Option<Self> {
        match code.level() {
            Level::Nation => None,
            Level::County => Some(Self::County(Place::new(code, name))),
            Level::Municipality => Some(Self::Municipality(Place::new(code, name))),
            Level::Regso | Level::Deso => Some(Self::Area(code)),
        }
    }

    /// Whether the page is made to be framed.
    pub const fn is_embed(&self) -> bool {
        matches!(self, Self::Embed(_))
    }

    /// The page that decoded segments of a path name, and the language that the path tells.
    pub(super) fn parse(segments: &[String]) -> (Self, Language) {
        let words: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (language, words) = match &*words {
            ["en", rest @ ..] => (Language::En, rest),
            all => (Language::Sv, all),
        };
        let page = Self::of_words(words, language).or_else(|| Self::of_words(&moved(words), language));
        (page.unwrap_or_else(|| Self::NotFound(joined(segments.iter().map(String::as_str)))), language)
    }

    /// The page that words of a language name.
    fn of_words(words: &[&str], language: Language) -> Option<Self> {
        match words {
            [] => Some(Self::Start),
            [word] => {
                PLAIN.iter().find(|entry| entry.word(language) == *word).map(|entry| entry.page.clone())
            }
            [folder, name] => FOLDERS
                .iter()
                .find(|entry| entry.word(language) == *folder)
                .and_then(|entry| entry.page.page(name, language)),
            _ => None,
        }
    }

    /// The path in a language, percent-encoded, ending in `/`.
    pub(super) fn path(&self, language: Language) -> String {
        let root = match language {
            Language::Sv => None,
            Language::En => Some("en"),
        };
        let within =
            |words: [&str; 2]| joined(root.into_iter().chain(words.into_iter().filter(|w| !w.is_empty())));
        let in_folder = |folder: Folder, name: &str| within([folder.word(language), name]);
        match self {
            Self::NotFound(path) => path.clone(),
            Self::Embed(view) => joined(["embed", view.id()].into_iter()),
            Self::Indicator(slug) => in_folder(Folder::Indicator, slug),
            Self::Theme(theme) => in_folder(Folder::Theme, theme_word(*theme, language)),
            Self::Municipality(place) => in_folder(Folder::Municipality, &place.segment()),
            Self::County(place) => in_folder(Folder::County, &place.segment()),
            Self::Area(code) => in_folder(Folder::Area, code.as_str()),
            plain => {
                let word = PLAIN.iter().find(|entry| entry.page == *plain).map(|entry| entry.word(language));
                within([word.unwrap_or_default(), ""])
            }
        }
    }
}

impl Place {
    /// `1480-goteborg`, or `1480` without a slug.
    fn segment(&self) -> String {
        if self.slug.is_empty() { self.code.to_string() } else { format!("{}-{}", self.code, self.slug) }
    }

    /// The place that a segment names, when its code is of the level. A slug in the wrong letters counts as none.
    fn parse(segment: &str, level: Level) -> Option<Self> {
        let (code, slug) = segment.split_once('-').unwrap_or((segment, ""));
        let code: AreaCode = code.parse().ok()?;
        let slug = if is_slug(slug) { slug.to_owned() } else { String::new() };
        (code.level() == level).then_some(Self { code, slug })
    }
}

/// Something with a word in each language.
struct Entry<T> {
    page: T,
    sv: &'static str,
    en: &'static str,
}

impl<T> Entry<T> {
    const fn new(page: T, sv: &'static str, en: &'static str) -> Self {
        Self { page, sv, en }
    }

    const fn word(&self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.sv,
            Language::En => self.en,
        }
    }
}

/// Pages whose path is one word.
static PLAIN: [Entry<Page>; 13] = [
    Entry::new(Page::Explore, "utforska", "explore"),
    Entry::new(Page::Compare, "jamfor", "compare"),
    Entry::new(Page::AreaTypes, "omradestyper", "area-types"),
    Entry::new(Page::IndexBench, "matbank", "measure"),
    Entry::new(Page::Verify, "granska", "verify"),
    Entry::new(Page::Basket, "korg", "basket"),
    Entry::new(Page::Reading(Reading::Method), "metod", "method"),
    Entry::new(Page::Reading(Reading::WordList), "ordlista", "word-list"),
    Entry::new(Page::Reading(Reading::OpenData), "oppna-data", "open-data"),
    Entry::new(Page::Reading(Reading::Corrections), "rattelser", "corrections"),
    Entry::new(Page::Reading(Reading::Accessibility), "tillganglighet", "accessibility"),
    Entry::new(Page::Reading(Reading::About), "om", "about"),
    Entry::new(Page::Reading(Reading::EasyToRead), "lattlast", "easy-to-read"),
];

/// First words that addresses had before, or that people type, with what they are now. What once was an address leads
/// somewhere for ever: entries are added and never taken away.
static MOVED: [(&str, &str); 8] = [
    ("kommuner", "kommun"),
    ("municipalities", "municipality"),
    ("indikatorer", "indikator"),
    ("indicators", "indicator"),
    ("teman", "tema"),
    ("themes", "theme"),
    ("omraden", "omrade"),
    ("om-lagesbild", "om"),
];

/// The same words with the first one as it is now.
fn moved<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut words = words.to_vec();
    if let Some(first) = words.first_mut() {
        let now = MOVED.iter().find(|(before, _)| before == first);
        *first = now.map_or(*first, |(_, now)| *now);
    }
    words
}

/// Paths of two words, by their first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folder {
    Indicator,
    Theme,
    Municipality,
    County,
    Area,
}

static FOLDERS: [Entry<Folder>; 5] = [
    Entry::new(Folder::Indicator, "indikator", "indicator"),
    Entry::new(Folder::Theme, "tema", "theme"),
    Entry::new(Folder::Municipality, "kommun", "municipality"),
    Entry::new(Folder::County, "lan", "county"),
    Entry::new(Folder::Area, "omrade", "area"),
];

impl Folder {
    fn word(self, language: Language) -> &'static str {
        FOLDERS.iter().find(|entry| entry.page == self).map_or("", |entry| entry.word(language))
    }

    /// The page that a folder's second word names.
    fn page(self, name: &str, language: Language) -> Option<Page> {
        match self {
            Self::Indicator => is_slug(name).then(|| Page::Indicator(name.into())),
            Self::Theme => {
                Theme::ALL.into_iter().find(|theme| theme_word(*theme, language) == name).map(Page::Theme)
            }
            Self::Municipality => Place::parse(name, Level::Municipality).map(Page::Municipality),
            Self::County => Place::parse(name, Level::County).map(Page::County),
            Self::Area => {
                let code: AreaCode = name.parse().ok()?;
                matches!(code.level(), Level::Regso | Level::Deso).then_some(Page::Area(code))
            }
        }
    }
}

/// A theme's word in addresses: its id in English.
const fn theme_word(theme: Theme, language: Language) -> &'static str {
    match (language, theme) {
        (Language::En, theme) => theme.id(),
        (Language::Sv, Theme::Housing) => "boende",
        (Language::Sv, Theme::Education) => "utbildning",
        (Language::Sv, Theme::Labour) => "arbetsmarknad",
        (Language::Sv, Theme::Economy) => "ekonomi",
        (Language::Sv, Theme::Democracy) => "demokrati",
        (Language::Sv, Theme::Health) => "halsa-och-trygghet",
    }
}

/// `/a/b/`, each word percent-encoded.
pub(super) fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut path = String::from("/");
    for word in words {
        percent::push_encoded(&mut path, word, "");
        path.push('/');
    }
    path
}
