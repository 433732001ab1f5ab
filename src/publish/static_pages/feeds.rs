//! Atom feeds (RFC 4287): one of the whole site, and one for each municipality and county with its newest figures.

use super::Content;
use super::address::SiteAddress;
use super::linked_data::page_address;
use super::template::escaped;
use crate::components::news::unchanged;
use crate::i18n::number::{NumberStyle, with_unit};
use crate::i18n::period::in_period;
use crate::i18n::text::text;
use crate::model::{Indicator, Language, LogEntry, Period, Profile};
use crate::route::{Page, Reading, Route};

/// The path of the site's feed.
pub(super) const FEED: &str = "/feed.atom";

/// The path of a place's feed.
pub(super) fn path_of(profile: &Profile) -> Option<String> {
    let page = Page::profile(profile.area.clone(), &profile.name)?;
    Some(format!("{}feed.atom", Route::new(Language::Sv, page).path()))
}

/// How many changes an entry tells of.
const TOLD: usize = 12;

/// What is new: an entry for each edition of the log, and one for each indicator's newest period.
pub(super) fn site(content: &Content, address: &SiteAddress) -> String {
    let t = text(Language::Sv);
    let link = page_address(content, Language::Sv, Page::Reading(Reading::Corrections));
    let published = |(at, entry): (usize, &LogEntry)| {
        let changes = entry.note.iter().chain(&entry.changes).map(|text| text.sv.as_str());
        let told: Vec<&str> = changes.take(TOLD).collect();
        Entry {
            id: format!("{}#{}", address.of(FEED), entry.edition),
            title: format!("{} {} ({})", (t.news().kind)(entry.kind), entry.day(), entry.edition),
            link: link.clone(),
            summary: match told.is_empty() {
                true => unchanged(&content.log, at, Language::Sv).to_owned(),
                false => told.join(" "),
            },
            updated: Some(entry.published.clone()),
        }
    };
    let of_indicator = |indicator: &Indicator| {
        let newest = indicator.tables.iter().filter_map(|table| table.latest()).max()?;
        let link = page_address(content, Language::Sv, Page::Indicator(indicator.slug.clone()));
        Some(Entry {
            id: format!("{link}#{newest}"),
            title: format!("{} {}", indicator.title.sv, in_period(newest, Language::Sv)),
            link,
            summary: indicator.plain.sv.clone(),
            updated: None,
        })
    };
    let editions = content.log.entries.iter().enumerate().map(published);
    let entries = editions.chain(content.catalogue.indicators.iter().filter_map(of_indicator));
    feed(content, t.site, address.of(FEED), &page_address(content, Language::Sv, Page::Start), entries)
}

/// A place's newest figures, an entry each. An entry keeps its id as long as its period is the newest.
pub(super) fn place(content: &Content, address: &SiteAddress, profile: &Profile) -> Option<String> {
    let page = Page::profile(profile.area.clone(), &profile.name)?;
    let link = page_address(content, Language::Sv, page);
    let of_indicator = |own: &crate::model::ProfileIndicator| {
        let indicator = content.catalogue.indicator(&own.slug)?;
        let values = &own.series.first().filter(|series| series.area == profile.area)?.values.0;
        let newest =
            own.periods.iter().zip(values).rev().find_map(|(period, value)| Some((*period, value.number()?)));
        newest.map(|(period, number)| entry(indicator, profile, &link, period, number))
    };
    let title = format!("{} – {}", profile.name, text(Language::Sv).site);
    let entries = profile.indicators.iter().filter_map(of_indicator);
    Some(feed(content, &title, address.of(&path_of(profile)?), &link, entries))
}

struct Entry {
    id: String,
    title: String,
    link: String,
    summary: String,
    /// When it was published, where that is not now.
    updated: Option<String>,
}

fn entry(indicator: &Indicator, profile: &Profile, link: &str, period: Period, number: f64) -> Entry {
    let style = NumberStyle { decimals: indicator.decimals, language: Language::Sv };
    let shown = with_unit(number, &indicator.unit, style);
    let title = &indicator.title.sv;
    Entry {
        id: format!("{link}#{}-{period}", indicator.slug),
        title: format!("{title} i {} {}: {shown}", profile.name, in_period(period, Language::Sv)),
        link: link.to_owned(),
        summary: format!("{} {}: {}.", indicator.plain.sv, indicator.population.sv, shown),
        updated: None,
    }
}

fn feed(
    content: &Content,
    title: &str,
    own: String,
    page: &str,
    entries: impl Iterator<Item = Entry>,
) -> String {
    let updated = escaped(&content.published);
    let mut xml = format!(
        concat!(
            r#"<?xml version="1.0" encoding="utf-8"?>"#,
            "\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"sv\">\n",
            "<title>{}</title>\n<id>{own}</id>\n<updated>{updated}</updated>\n",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link href=\"{}\"/>\n",
            "<author><name>{}</name></author>\n",
        ),
        escaped(title),
        escaped(page),
        escaped(&content.catalogue.publisher.name.sv),
        own = escaped(&own),
        updated = updated,
    );
    for Entry { id, title, link, summary, updated: own } in entries {
        let updated = own.map_or_else(|| updated.clone(), |own| escaped(&own));
        xml += &format!(
            "<entry>\n<title>{}</title>\n<id>{}</id>\n<updated>{updated}</updated>\n<link href=\"{}\"/>\n\
             <summary>{}</summary>\n</entry>\n",
            escaped(&title),
            escaped(&id),
            escaped(&link),
            escaped(&summary),
        );
    }
    xml + "</feed>\n"
}
