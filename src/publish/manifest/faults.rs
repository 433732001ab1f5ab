//! What does not hold together in a manifest that has the right form, one phrase each.

use super::{IndicatorSource, LevelSource, Manifest, TableSource, Text};
use crate::model::{AccessibilityStatement, Example, Level, Period, Vintage};
use std::collections::BTreeSet;

/// The version of the manifest's form.
const FORMAT: u32 = 1;

impl Manifest {
    /// All faults, in the order of the manifest.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.format != FORMAT {
            faults.push(format!("format is {}, this program reads {FORMAT}", self.format));
        }
        faults.extend(empty_texts("publisher", &[("name", &self.publisher.name)]));
        let mut levels = BTreeSet::new();
        for source in &self.levels {
            faults.extend(source.faults());
            if !levels.insert((source.level, source.vintage)) {
                faults.push(format!("the level {} {} is listed twice", source.level, source.vintage));
            }
        }
        let mut slugs = BTreeSet::new();
        for indicator in &self.indicators {
            faults.extend(indicator.faults(&levels));
            if !slugs.insert(&*indicator.slug) {
                faults.push(format!("the indicator “{}” is listed twice", indicator.slug));
            }
        }
        faults.extend(self.accessibility.iter().flat_map(statement_faults));
        let mut examples = BTreeSet::new();
        for example in &self.examples {
            faults.extend(example_faults(example));
            if !examples.insert(&*example.id) {
                faults.push(format!("the example “{}” is listed twice", example.id));
            }
        }
        faults.extend(self.note_faults());
        faults.extend(self.group_faults());
        if !slugs.contains(&*self.population) {
            let slug = &self.population;
            faults.push(format!("population names the indicator “{slug}”, which is not in the list"));
        }
        faults
    }
}

/// What the accessibility statement lacks.
fn statement_faults(statement: &AccessibilityStatement) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, date) in [("assessed", &statement.assessed), ("updated", &statement.updated)] {
        let shape: String = date.chars().map(|sign| if sign.is_ascii_digit() { '0' } else { sign }).collect();
        if shape != "0000-00-00" {
            faults.push(format!("accessibility: {name} is “{date}”; a date is written as 2025-01-31"));
        }
    }
    let lists = [("faults", &statement.faults), ("exemptions", &statement.exemptions)];
    let texts = lists.into_iter().flat_map(|(name, texts)| texts.iter().map(move |text| (name, text)));
    for (name, text) in texts.chain([("method", &statement.method)]) {
        if text.sv.trim().is_empty() || text.en.trim().is_empty() {
            faults.push(format!("accessibility: {name} is empty; both languages are needed"));
        }
    }
    let feedback = &statement.feedback;
    let is_address = ["https://", "http://", "mailto:"].iter().any(|scheme| feedback.starts_with(scheme));
    if !feedback.is_empty() && (!is_address || feedback.contains(['<', '>', ' '])) {
        faults
            .push(format!("accessibility: feedback is “{feedback}”; it must begin with https:// or mailto:"));
    }
    faults
}

/// What an example lacks; whether its area is there is known only with the areas.
fn example_faults(example: &Example) -> Vec<String> {
    let id = &example.id;
    let mut faults = Vec::new();
    if !is_slug(id) {
        faults.push(format!(
            "the example “{id}” must be named by lower-case ASCII letters, digits and hyphens"
        ));
    }
    for (name, text) in
        [("title", &example.title), ("measure", &example.measure), ("follow_up", &example.follow_up)]
    {
        if text.sv.trim().is_empty() || text.en.trim().is_empty() {
            faults.push(format!("the example “{id}”: {name} is empty; both languages are needed"));
        }
    }
    if let Some(until) = example.until.filter(|until| *until < example.from) {
        faults.push(format!("the example “{id}” ends in {until}, before it begins in {}", example.from));
    }
    let link = &example.link;
    if !link.is_empty() && !link.starts_with("https://") && !link.starts_with("http://") {
        faults.push(format!("the example “{id}”: the link “{link}” must begin with https:// or http://"));
    }
    faults
}

pub(super) fn is_slug(text: &str) -> bool {
    let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.bytes().all(sign)
}

impl LevelSource {
    fn faults(&self) -> Vec<String> {
        let level = self.level;
        let mut faults = Vec::new();
        match (level, &self.name, self.areas.is_empty()) {
            (Level::Nation, Some(_), true) => {}
            (Level::Nation, ..) => faults.push("the level nation takes a name and no list of areas".into()),
            (_, None, false) => {}
            _ => faults.push(format!("the level {level} takes lists of its areas and no name of its own")),
        }
        if level == Level::Nation && !self.borders.is_empty() {
            faults.push("the nation's borders follow from those of smaller areas and have no file".into());
        }
        faults.extend(self.areas.iter().filter_map(|list| unsafe_path(&list.file)));
        faults.extend(self.borders.iter().filter_map(|borders| unsafe_path(&borders.file)));
        if self.valid_from.zip(self.valid_to).is_some_and(|(from, to)| from > to) {
            let vintage = self.vintage;
            faults.push(format!("the level {level} {vintage} is valid to a year before it is valid from"));
        }
        for code in self.validity.keys().filter(|code| code.level() != level) {
            faults.push(format!(
                "the level {level} has a validity for {code}, which is the code of a {}",
                code.level()
            ));
        }
        faults
    }
}

impl IndicatorSource {
    fn faults(&self, levels: &BTreeSet<(Level, Vintage)>) -> Vec<String> {
        let slug = &self.slug;
        let mut faults = Vec::new();
        if !is_slug(slug) {
            faults.push(format!("the slug “{slug}” must be lower-case ASCII letters, digits and hyphens"));
        }
        let texts = [
            ("title", &self.title),
            ("question", &self.question),
            ("plain", &self.plain),
            ("population", &self.population),
            ("low", &self.low),
            ("high", &self.high),
            ("unit.short", &self.unit.short),
            ("unit.long", &self.unit.long),
            ("definition", &self.definition),
            ("method", &self.method),
            ("source.provider", &self.source.provider),
            ("source.text", &self.source.text),
        ];
        faults.extend(empty_texts(slug, &texts));
        for (name, text) in texts {
            if text.sv.contains('{') || text.en.contains('{') {
                faults.push(format!("{slug}: {name} has a brace, but no variant has a word for it"));
            }
        }
        faults.extend(empty_texts(
            slug,
            &self.pitfalls.iter().map(|text| ("pitfalls", text)).collect::<Vec<_>>(),
        ));
        for text in [&self.plain.sv, &self.plain.en] {
            let n_words = text.split_whitespace().count();
            if n_words > 20 {
                faults.push(format!("{slug}: plain has {n_words} words, at most 20 are allowed: “{text}”"));
            }
        }
        for text in [&self.question.sv, &self.question.en] {
            if !text.ends_with('?') {
                faults.push(format!("{slug}: question must end with a question mark: “{text}”"));
            }
        }
        if self.decimals > 6 {
            faults.push(format!("{slug}: decimals is {}, at most 6 are allowed", self.decimals));
        }
        for entry in &self.breaks {
            if let Err(malformed) = entry.period.parse::<Period>() {
                faults.push(format!("{slug}: a break's period: {malformed}"));
            }
        }
        for table in &self.tables {
            faults.extend(table.faults(levels).into_iter().map(|fault| format!("{slug}: {fault}")));
        }
        faults
    }
}

impl TableSource {
    fn faults(&self, levels: &BTreeSet<(Level, Vintage)>) -> Vec<String> {
        let file = &self.file;
        let mut faults: Vec<String> = unsafe_path(file).into_iter().collect();
        for level in &self.levels {
            if !levels.contains(&(*level, self.vintage)) {
                faults.push(format!(
                    "the table {file} is for {level} {}, which is not among the levels",
                    self.vintage
                ));
            }
        }
        if self.levels.is_empty() {
            faults.push(format!("the table {file} names no level"));
        }
        match (&self.period, &self.fixed_period) {
            (Some(_), None) => {}
            (None, Some(fixed)) => {
                if let Err(malformed) = fixed.parse::<Period>() {
                    faults.push(format!("the table {file}: fixed_period: {malformed}"));
                }
            }
            _ => faults.push(format!("the table {file} must say either period or fixed_period")),
        }
        if self.area.is_some() == self.fixed_area.is_some() {
            faults.push(format!("the table {file} must say either area or fixed_area"));
        }
        for (key, pattern) in [("area_pattern", &self.area_pattern), ("whole_pattern", &self.whole_pattern)] {
            if let Some(pattern) = pattern.as_ref().filter(|pattern| !pattern.contains("{area}")) {
                faults.push(format!("the table {file}: {key} is “{pattern}”, it must contain {{area}}"));
            }
        }
        for (key, column) in
            self.sum.iter().map(|c| ("sum", c)).chain(self.share_of.keys().map(|c| ("share_of", c)))
        {
            if !self.only.contains_key(column) {
                faults.push(format!(
                    "the table {file}: {key} names the column “{column}”, which where does not choose"
                ));
            }
        }
        let has_ends = self.low.is_some() || self.high.is_some();
        if self.low.is_some() != self.high.is_some() {
            faults.push(format!("the table {file} must say both low and high, or neither"));
        }
        if has_ends && self.persons.is_some() {
            faults.push(format!("the table {file} has an interval of its own and needs no persons"));
        }
        if (has_ends || self.persons.is_some()) && (!self.sum.is_empty() || self.is_share()) {
            faults.push(format!(
                "the table {file}: an interval does not follow where values are added up or divided"
            ));
        }
        if !matches!(self.decimal, '.' | ',') {
            faults.push(format!("the table {file}: decimal is “{}”, allowed are “.” and “,”", self.decimal));
        }
        if self.delimiter.is_some_and(|sign| !sign.is_ascii()) {
            faults.push(format!("the table {file}: the delimiter must be an ASCII sign"));
        }
        if !self.factor.is_finite() || self.factor == 0.0 {
            faults.push(format!(
                "the table {file}: factor is {}, a finite number other than 0 is needed",
                self.factor
            ));
        }
        faults
    }
}

/// Which of the texts are empty in a language.
fn empty_texts(owner: &str, texts: &[(&str, &Text)]) -> Vec<String> {
    let languages = |(name, text): &(&str, &Text)| {
        [("sv", &text.sv), ("en", &text.en)]
            .into_iter()
            .filter(|(_, words)| words.trim().is_empty())
            .map(|(language, _)| format!("{owner}: {name}.{language} is empty"))
            .collect::<Vec<_>>()
    };
    texts.iter().flat_map(languages).collect()
}

/// A source file must lie below the source folder.
fn unsafe_path(file: &str) -> Option<String> {
    let inside =
        !file.is_empty() && !file.starts_with('/') && file.split(['/', '\\']).all(|part| part != "..");
    (!inside).then(|| format!("the file “{file}” must be a path below the source folder"))
}
