//! One indicator on an area's page, in a row: the newest value beside the county's and the country's, how it has
//! developed, and how the areas inside spread. Charts and comparisons open below it.

use super::browser::is_opened;
use super::later::later;
use super::line_figure::{Line, LineContent, line_figure};
use super::profile::{absence_words, newest, newest_at, value_words};
use super::site::{Site, use_site};
use super::strip_figure::{inside_strip, strip_figure};
use crate::charts::line::SeriesRole;
use crate::charts::sparkline::SparklineSpec;
use crate::charts::spread::SpreadSpec;
use crate::charts::svg::{Naming, Styling};
use crate::charts::{Size, Token};
use crate::i18n::number::{NumberStyle, number_text, unit_word};
use crate::i18n::period::period_text;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Live, Markup, RwSignal, el, live, several};
use crate::model::{
    Flags, Indicator, Level, Measure, Period, Profile, ProfileIndicator, ProfileSeries, SimilarArea, Value,
};
use crate::route::{Page, Route, Shape, View};
use crate::sentences::alike::{Alike, AlikeSubject};
use crate::sentences::place::change_in_short;
use crate::sentences::strip::inside_alternative;
use std::sync::Arc;
use web_sys::Event;

/// Fewer people than these, and single persons change a share.
const FEW_PEOPLE: u32 = 5000;

/// The row of an indicator on the page of a place: `figures` are the place's and those of its parents.
pub fn indicator_row(
    profile: &Arc<Profile>,
    indicator: &Arc<Indicator>,
    figures: &Arc<ProfileIndicator>,
) -> Element {
    let (profile, indicator, figures) = (Arc::clone(profile), Arc::clone(indicator), Arc::clone(figures));
    let id = format!("i-{}", indicator.slug);
    let row = el("section").class("row").attr("aria-labelledby", format!("{id}-heading"));
    later(row, &id, move || inside(&profile, &indicator, &figures))
}

/// What is in the row.
fn inside(profile: &Arc<Profile>, indicator: &Arc<Indicator>, figures: &Arc<ProfileIndicator>) -> Markup {
    let site = use_site();
    let language = site.language;
    let own = figures.series.first();
    let newest = own.and_then(|series| newest(&figures.periods, series));
    let (number, unit, period) = match newest {
        Some((period, number)) => {
            let number = number_text(number, NumberStyle { decimals: indicator.decimals, language });
            let unit = unit_word(&number, &indicator.unit, language).to_owned();
            (number, unit, period_text(period, language))
        }
        None => (absence_words(&site, own), String::new(), String::new()),
    };
    let head = el("div")
        .class("row__head")
        .with(
            el("h4")
                .id(format!("i-{}-heading", indicator.slug))
                .with(indicator.title.get(language).to_owned()),
        )
        .with(el("p").class("row__question").with(indicator.question.get(language).to_owned()));
    let value = el("p")
        .class("row__value")
        .with(el("span").class("row__number").with(number))
        .with(" ")
        .with(el("span").class("row__unit").with(unit))
        .with(" ")
        .with(el("span").class("row__period").with(period));
    let mut beside: Vec<Element> = figures
        .series
        .iter()
        .skip(1)
        .map(|series| {
            let value = newest_at(&figures.periods, series, newest.map(|(period, _)| period));
            let words = match (value.and_then(Value::number), indicator.measure) {
                // The unit stands beside the place's own number; millions of people need the room.
                (Some(number), Measure::Count) => number_text(number, NumberStyle { decimals: 0, language }),
                _ => value_words(&site, indicator, value),
            };
            el("div")
                .with(el("dt").attr("lang", "sv").with(site.name(&series.area)))
                .with(el("dd").with(words))
        })
        .collect();
    let standing = Alike::of(indicator, figures);
    beside.extend(standing.map(|alike| {
        el("div")
            .class("row__alike")
            .with(el("dt").with(alike.label(language)))
            .with(el("dd").with(alike.in_short(language)))
    }));
    let notes: Vec<Element> =
        notes(&site, profile, indicator, figures).into_iter().map(|note| el("p").with(note)).collect();
    let pieces: [Markup; 7] = [
        head.into(),
        value.into(),
        (!beside.is_empty()).then(|| el("dl").class("row__beside").with(beside)).into(),
        development(&site, indicator, figures).into(),
        spread(&site, profile, indicator, figures, newest).into(),
        (!notes.is_empty()).then(|| el("div").class("row__notes").with(notes)).into(),
        more(profile, indicator, figures).into(),
    ];
    several(pieces)
}

/// The shape of the series, and its change in words.
fn development(site: &Site, indicator: &Indicator, figures: &ProfileIndicator) -> Option<Element> {
    let own = figures.series.first()?;
    let (change, since) = change_in_short(indicator, &figures.periods, &own.values.0, site.language)?;
    let line = SparklineSpec {
        size: Size { width: 132.0, height: 34.0 },
        periods: figures.periods.clone(),
        breaks: indicator.breaks.clone(),
        values: own.values.0.clone(),
        token: Token::Series(0),
    };
    let words = change.unwrap_or_else(|| place_text(site.language).row.unchanged.to_owned());
    let since = (place_text(site.language).row.since)(&period_text(since, site.language));
    Some(
        el("div")
            .class("row__line")
            .with(el("div").class("row__picture").html(line.svg(Naming::Hidden, Styling::Page)))
            .with(el("p").class("row__label").with(format!("{words} {since}"))),
    )
}

/// How the areas inside spread, or, where there are none, the municipalities of the county.
fn spread(
    site: &Site,
    profile: &Profile,
    indicator: &Indicator,
    figures: &ProfileIndicator,
    newest: Option<(Period, f64)>,
) -> Option<Element> {
    if indicator.measure == Measure::Count {
        return None;
    }
    let t = place_text(site.language);
    let of_inside = || {
        let inside = profile.inside.as_ref()?;
        let values = inside.indicators.iter().find(|values| values.slug == indicator.slug)?;
        let numbers: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
        let label = (t.row.spread_inside)((site.text().level_areas)(inside.level));
        (numbers.len() > 1).then_some((numbers, inside.level, values.period, label))
    };
    let of_county = || {
        let numbers: Vec<f64> = figures.county_spread.clone();
        let label = t.row.spread_county.to_owned();
        Some((numbers, Level::Municipality, newest?.0, label)).filter(|(numbers, ..)| numbers.len() > 1)
    };
    let (values, level, period, label) = of_inside().or_else(of_county)?;
    let value_of = |series: Option<&ProfileSeries>| {
        let position = figures.periods.binary_search(&period).ok()?;
        series?.values.0.get(position)?.number()
    };
    let nation = figures.series.iter().find(|series| series.area.level() == Level::Nation);
    let mut spec = SpreadSpec::of(indicator, 200.0, site.language);
    let marks = [(SeriesRole::Chosen(0), figures.series.first()), (SeriesRole::Nation, nation)];
    spec.marks = marks.into_iter().filter_map(|(role, series)| Some((role, value_of(series)?))).collect();
    let description = inside_alternative(indicator, period, &values, level, site.language);
    spec.values = values;
    let id = format!("spread-{}", indicator.slug);
    let svg = spec.svg(Naming::Titled { id: &id, title: &label, description: &description }, Styling::Page);
    Some(
        el("div")
            .class("row__spread")
            .with(el("p").class("row__label").attr("aria-hidden", "true").with(label))
            .with(el("div").class("row__picture").html(svg)),
    )
}

/// What must be known to read the number right.
fn notes(site: &Site, profile: &Profile, indicator: &Indicator, figures: &ProfileIndicator) -> Vec<String> {
    let t = place_text(site.language);
    let within = |period: &&Period| figures.periods.first().is_some_and(|first| first < *period);
    let broken = indicator.breaks.iter().filter(within).max();
    let mut notes: Vec<String> =
        broken.map(|period| (t.row.note_break)(&period_text(*period, site.language))).into_iter().collect();
    if let Some(inside) = &profile.inside
        && let Some(values) = inside.indicators.iter().find(|values| values.slug == indicator.slug)
    {
        let n = values.values.0.len();
        let absent = n - values.values.0.iter().filter(|value| value.number().is_some()).count();
        if absent > 0 && absent < n {
            notes.push((t.row.note_absent)(absent, n));
        }
    }
    for note in &profile.notes {
        let text = note.text.get(site.language);
        if note.concerns(&indicator.slug, |area| *area == profile.area) {
            notes.push(text.to_owned());
        } else if note.concerns(&indicator.slug, |_| true) {
            notes.push((t.row.note_inside)(note.areas.len(), text));
        }
    }
    let is_part = matches!(indicator.measure, Measure::Share | Measure::Rate);
    if is_part && (1..FEW_PEOPLE).contains(&profile.population) {
        notes.push(t.row.note_few.to_owned());
    }
    notes
}

/// What opens below the row. Drawn when it is first opened; without a program it is the numbers as a table.
fn more(profile: &Arc<Profile>, indicator: &Arc<Indicator>, figures: &Arc<ProfileIndicator>) -> Element {
    let site = use_site();
    let is_open = RwSignal::new(false);
    let of = (Arc::clone(profile), Arc::clone(indicator), Arc::clone(figures));
    let pictures = live(move || match is_open.get() {
        true => pictures(&of.0, &of.1, &of.2),
        false => Markup::Nothing,
    });
    let content = if site.is_static { numbers(&site, indicator, figures) } else { pictures };
    let explore = View {
        indicator: Some(indicator.slug.clone()),
        shape: Some(Shape::Line),
        areas: vec![profile.area.clone()],
        ..View::default()
    };
    let explore = Route { language: site.language, page: Page::Explore, view: explore }.to_string();
    let links = el("p")
        .class("row__links")
        .with(
            el("a")
                .attr("href", site.href(Page::Indicator(indicator.slug.clone())))
                .with(place_text(site.language).row.to_indicator),
        )
        .with(el("a").attr("href", explore).with(place_text(site.language).row.to_explorer));
    let definition = format!(
        "{} {}",
        indicator.plain.get(site.language),
        (place_text(site.language).row.covers)(indicator.population.get(site.language))
    );
    el("details")
        .class("disclosure row__more")
        .id(format!("about-{}", indicator.slug))
        .on("toggle", move |event: Event| {
            if is_opened(&event) {
                is_open.set(true);
            }
        })
        .with(
            el("summary")
                .with(place_text(site.language).row.more)
                .with(el("span").class("unseen").with(format!(": {}", indicator.title.get(site.language)))),
        )
        .with(el("p").class("card__definition").with(definition))
        .with(
            alike_words(&site, profile, indicator, figures)
                .map(|words| el("p").class("figure__note").with(words)),
        )
        .with(content)
        .with(links)
}

/// Where the place stands among those most like it, in sentences.
fn alike_words(
    site: &Site,
    profile: &Profile,
    indicator: &Indicator,
    figures: &ProfileIndicator,
) -> Option<String> {
    let (period, _) = newest(&figures.periods, figures.series.first()?)?;
    let by = profile.similar.as_ref().map_or(&[][..], |similar| &similar.by);
    Some(Alike::of(indicator, figures)?.in_words(&AlikeSubject {
        indicator,
        level: profile.area.level(),
        name: &profile.name,
        period,
        is_measure: by.contains(&indicator.slug),
        language: site.language,
    }))
}

/// The areas most like the place, the most like first, each with its number.
fn alike_list(
    site: &Site,
    profile: &Profile,
    indicator: &Indicator,
    figures: &ProfileIndicator,
) -> Option<Element> {
    let areas = &profile.similar.as_ref()?.areas;
    let item = |(area, number): (&SimilarArea, &Option<f64>)| {
        let link =
            el("a").attr("href", site.profile_href(&area.area)?).attr("lang", "sv").with(area.name.clone());
        let value = number.map(|number| Value::Number(number, Flags::NONE));
        Some(el("li").with(link).with(" ").with(value_words(site, indicator, value)))
    };
    let items: Vec<Element> = areas.iter().zip(&figures.alike).filter_map(item).collect();
    (!items.is_empty()).then(|| {
        el("div")
            .class("strip")
            .with(
                el("h5")
                    .class("strip__heading")
                    .with((site.text().similar_heading)(&profile.name, profile.area.level())),
            )
            .with(el("ul").class("relatives").with(items))
    })
}

/// The line of the place beside its parents', and where it stands among its equals.
fn pictures(profile: &Profile, indicator: &Arc<Indicator>, figures: &ProfileIndicator) -> Markup {
    let site = use_site();
    let line = |(position, series): (usize, &ProfileSeries)| Line {
        code: series.area.clone(),
        name: site.name(&series.area),
        slot: (position == 0).then_some(0),
        periods: figures.periods.clone(),
        values: series.values.0.clone(),
        intervals: series.intervals.clone(),
    };
    // A number of people is not compared with the whole country's: the lines would lie at zero.
    let is_shown = |position: usize| position == 0 || indicator.measure != Measure::Count;
    let lines: Vec<Line> =
        figures.series.iter().enumerate().filter(|(position, _)| is_shown(*position)).map(line).collect();
    let content = LineContent {
        indicator: Live::fixed(Arc::clone(indicator)),
        period: Live::fixed(None),
        lines: Live::fixed(Arc::new(lines)),
        hovered: RwSignal::new(None),
        around: None,
    };
    el("div")
        .class("row__pictures")
        .with(line_figure(&format!("line-{}", indicator.slug), &content, Markup::Nothing))
        .with(inside_strip(profile, indicator))
        .with(strip_figure(profile, indicator, figures))
        .with(alike_list(&site, profile, indicator, figures))
        .into()
}

/// The numbers behind the row: a period a row, the place and its parents as columns.
fn numbers(site: &Site, indicator: &Indicator, figures: &ProfileIndicator) -> Markup {
    let cell = |text: String| el("td").with(text);
    let row = |(at, period): (usize, &Period)| {
        let values = figures
            .series
            .iter()
            .map(|series| cell(value_words(site, indicator, series.values.0.get(at).copied())))
            .collect::<Vec<_>>();
        el("tr").with(el("th").attr("scope", "row").with(period_text(*period, site.language))).with(values)
    };
    let names = figures
        .series
        .iter()
        .map(|series| el("th").attr("scope", "col").attr("lang", "sv").with(site.name(&series.area)))
        .collect::<Vec<_>>();
    let head = el("tr").with(el("th").attr("scope", "col").with(site.text().period)).with(names);
    el("table")
        .class("table")
        .with(el("caption").class("unseen").with(indicator.title.get(site.language).to_owned()))
        .with(el("thead").with(head))
        .with(el("tbody").with(figures.periods.iter().enumerate().map(row).collect::<Vec<_>>()))
        .into()
}
