//! The change report's sentences, in both languages.

use super::{Change, Changes, FileKind, Place, Revision, TextPart};
use crate::model::{Language, Level, Vintage};

impl Changes {
    /// All differences, a line each; a line that says so where there are none.
    pub fn in_language(&self, language: Language) -> String {
        if self.list.is_empty() {
            let (old, new) = (&self.old, &self.new);
            return match language {
                Language::Sv => format!("Innehållet i {old} och {new} är detsamma.\n"),
                Language::En => format!("No differences in content between {old} and {new}.\n"),
            };
        }
        self.list.iter().map(|change| change.in_language(language) + "\n").collect()
    }
}

impl Change {
    /// The difference as a sentence.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::Sv => swedish(self),
            Language::En => english(self),
        }
    }
}

fn swedish(change: &Change) -> String {
    let level = |level, vintage| level_in(Language::Sv, level, vintage);
    let place = |place: &Place| format!("{}, {}", place.slug, level(place.level, place.vintage));
    match change {
        Change::NewLevel(of, vintage, n) => format!("Ny nivå: {}, {n} områden.", level(*of, *vintage)),
        Change::WithdrawnLevel(of, vintage) => format!("Nivå som utgått: {}.", level(*of, *vintage)),
        Change::NewAreas(of, vintage, codes) => {
            format!("Nya områden på nivån {}: {}.", level(*of, *vintage), some(codes, Language::Sv))
        }
        Change::WithdrawnAreas(of, vintage, codes) => {
            format!("Områden som utgått på nivån {}: {}.", level(*of, *vintage), some(codes, Language::Sv))
        }
        Change::Renamed(code, then, now) => format!("{code} heter nu {now}; tidigare {then}."),
        Change::NewIndicator(slug) => format!("Ny indikator: {slug}."),
        Change::WithdrawnIndicator(slug) => format!("Indikator som utgått: {slug}."),
        Change::Texts(slug, which) => {
            format!("{slug}: ändrade texter: {}.", listed(which, |part| part.name(Language::Sv)))
        }
        Change::NewTable(of) => format!("{}: ny på denna nivå.", place(of)),
        Change::WithdrawnTable(of) => format!("{}: finns inte längre på denna nivå.", place(of)),
        Change::NewPeriods(of, periods) => {
            format!("{}: nya perioder {}.", place(of), some(periods, Language::Sv))
        }
        Change::LostPeriods(of, periods) => {
            format!("{}: FÖRLORADE perioder {}.", place(of), some(periods, Language::Sv))
        }
        Change::Revised(of, revision) => {
            let kinds =
                ["reviderade värden", "tal blev bortfall", "bortfall blev tal", "andra statusuppgifter"];
            let largest = revision.largest.as_ref().map_or(String::new(), |(area, period, then, now)| {
                let [then, now] = [then, now].map(|number| number.to_string().replace('.', ","));
                format!("; störst i {area} {period}: {then} → {now}")
            });
            format!("{}: {} av {}{largest}.", place(of), counted(revision, kinds), revision.n_compared)
        }
        Change::Files { kind, n_new, n_gone, n_changed } => {
            let kind = kind.name(Language::Sv);
            format!("Filer, {kind}: {n_new} nya, {n_gone} utgångna, {n_changed} ändrade.")
        }
    }
}

fn english(change: &Change) -> String {
    let level = |level, vintage| level_in(Language::En, level, vintage);
    let place = |place: &Place| format!("{}, {}", place.slug, level(place.level, place.vintage));
    match change {
        Change::NewLevel(of, vintage, n) => format!("New level: {}, {n} areas.", level(*of, *vintage)),
        Change::WithdrawnLevel(of, vintage) => format!("Withdrawn level: {}.", level(*of, *vintage)),
        Change::NewAreas(of, vintage, codes) => {
            format!("New areas of level {}: {}.", level(*of, *vintage), some(codes, Language::En))
        }
        Change::WithdrawnAreas(of, vintage, codes) => {
            format!("Withdrawn areas of level {}: {}.", level(*of, *vintage), some(codes, Language::En))
        }
        Change::Renamed(code, then, now) => format!("{code} is now called {now}; it was {then}."),
        Change::NewIndicator(slug) => format!("New indicator: {slug}."),
        Change::WithdrawnIndicator(slug) => format!("Withdrawn indicator: {slug}."),
        Change::Texts(slug, which) => {
            format!("{slug}: changed texts: {}.", listed(which, |part| part.name(Language::En)))
        }
        Change::NewTable(of) => format!("{}: new on this level.", place(of)),
        Change::WithdrawnTable(of) => format!("{}: no longer on this level.", place(of)),
        Change::NewPeriods(of, periods) => {
            format!("{}: new periods {}.", place(of), some(periods, Language::En))
        }
        Change::LostPeriods(of, periods) => {
            format!("{}: LOST periods {}.", place(of), some(periods, Language::En))
        }
        Change::Revised(of, revision) => {
            let kinds =
                ["values revised", "numbers became absences", "absences became numbers", "other statuses"];
            let largest = revision.largest.as_ref().map_or(String::new(), |(area, period, then, now)| {
                format!("; the largest {area} {period}: {then} → {now}")
            });
            format!("{}: {} of {}{largest}.", place(of), counted(revision, kinds), revision.n_compared)
        }
        Change::Files { kind, n_new, n_gone, n_changed } => {
            let kind = kind.name(Language::En);
            format!("Files, {kind}: {n_new} new, {n_gone} withdrawn, {n_changed} changed.")
        }
    }
}

impl TextPart {
    fn name(self, language: Language) -> &'static str {
        let [sv, en] = match self {
            Self::Theme => ["tema", "theme"],
            Self::Title => ["titel", "title"],
            Self::Question => ["fråga", "question"],
            Self::Plain => ["enkel mening", "plain sentence"],
            Self::Population => ["vilka det gäller", "population"],
            Self::Measure => ["mått", "measure"],
            Self::Unit => ["enhet", "unit"],
            Self::Decimals => ["decimaler", "decimals"],
            Self::Ends => ["skalans ändar", "ends of the scale"],
            Self::Breaks => ["tidsseriebrott", "breaks"],
            Self::Source => ["källa", "source"],
            Self::Definition => ["definition", "definition"],
            Self::Method => ["metod", "method"],
            Self::Pitfalls => ["fallgropar", "pitfalls"],
            Self::BreakTexts => ["texter om tidsseriebrott", "texts of breaks"],
            Self::SourceSentence => ["mening om källan", "source sentence"],
        };
        chosen(language, sv, en)
    }
}

impl FileKind {
    fn name(self, language: Language) -> &'static str {
        let [sv, en] = match self {
            Self::Borders => ["gränser", "borders"],
            Self::Breakdowns => ["tabeller efter uppdelning", "tables by breakdown"],
            Self::Counts => ["tabeller över antal", "tables of counts"],
            Self::Events => ["händelser", "list of events"],
            Self::Examples => ["lärande exempel", "list of examples"],
        };
        chosen(language, sv, en)
    }
}

/// A level with the year whose codes apply.
fn level_in(language: Language, level: Level, vintage: Vintage) -> String {
    let sv = match level {
        Level::Nation => "riket",
        Level::County => "län",
        Level::Municipality => "kommun",
        Level::Regso => "RegSO",
        Level::Deso => "DeSO",
    };
    format!("{} {vintage}", chosen(language, sv, level.id()))
}

/// How many of each kind, those that there are.
fn counted(revision: &Revision, kinds: [&str; 4]) -> String {
    let Revision { n_numbers, n_lost, n_filled, n_statuses, .. } = revision;
    let counts = [n_numbers, n_lost, n_filled, n_statuses].into_iter().zip(kinds);
    let told: Vec<String> = counts.filter(|(n, _)| **n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    told.join(", ")
}

/// How many of a long list are told.
const TOLD: usize = 8;

fn some<T: ToString>(list: &[T], language: Language) -> String {
    let mut told: Vec<String> = list.iter().take(TOLD).map(ToString::to_string).collect();
    if let Some(more) = list.len().checked_sub(TOLD).filter(|more| *more > 0) {
        told.push(match language {
            Language::Sv => format!("och {more} till"),
            Language::En => format!("and {more} more"),
        });
    }
    told.join(", ")
}

fn listed<T: Copy>(list: &[T], name: impl Fn(T) -> &'static str) -> String {
    list.iter().map(|one| name(*one)).collect::<Vec<_>>().join(", ")
}

/// One of two texts.
pub(super) fn chosen<'a>(language: Language, sv: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Sv => sv,
        Language::En => en,
    }
}
