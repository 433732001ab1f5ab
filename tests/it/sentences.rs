//! Sentences: what they must never say, what they must always name, and how they read.

use lagesbild::i18n::number::{NumberStyle, number_text, rounded};
use lagesbild::i18n::text::place::place_text;
use lagesbild::model::{
    Absence, AreaCode, AreasInside, Catalogue, Ends, EventComparison, Flags, Indicator, InsideValues,
    Language, Level, Licence, Localized, Measure, NumberColumn, Period, Profile, ProfileIndicator,
    ProfileSeries, Publisher, Source, Theme, Unit, Value, Vintage,
};
use lagesbild::sentences::across::{AcrossSentences, AcrossSubject, UncertainArea};
use lagesbild::sentences::event::{self, EventSubject};
use lagesbild::sentences::line::{LineSentences, LineSubject, SubjectLine};
use lagesbild::sentences::map_area::{MapArea, announcement};
use lagesbild::sentences::quote::{Quote, quoted};
use lagesbild::sentences::strip::StripSubject;
use lagesbild::sentences::{Change, Direction, Uncertainty, divided, map, place, strip};
use lagesbild::stats::classification::{Classification, Method};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn both(sv: &str, en: &str) -> Localized {
    Localized { sv: sv.into(), en: en.into() }
}

fn unemployment() -> Indicator {
    Indicator {
        slug: "arbetsloshet".into(),
        theme: Theme::Labour,
        title: both("Arbetslöshet", "Unemployment"),
        question: both("", ""),
        plain: both("", ""),
        population: both("18–65 år i arbetskraften", "aged 18–65 in the labour force"),
        measure: Measure::Share,
        unit: Unit { short: both("%", "%"), long: both("procent", "percent"), one: Localized::default() },
        decimals: 1,
        low: both("", ""),
        high: both("", ""),
        zero_baseline: true,
        is_sample: false,
        can_be_negative: false,
        breaks: Vec::new(),
        source: Source {
            provider: both("Arbetsförmedlingen", "The Public Employment Service"),
            table: String::new(),
            url: String::new(),
            released: String::new(),
            retrieved: String::new(),
        },
        tables: Vec::new(),
    }
}

fn income() -> Indicator {
    Indicator {
        slug: "inkomst".into(),
        theme: Theme::Economy,
        title: both("Disponibel inkomst", "Disposable income"),
        population: both("20 år och äldre", "aged 20 and over"),
        measure: Measure::Median,
        unit: Unit {
            short: both("tkr", "kSEK"),
            long: both("tusen kronor per år", "thousand SEK a year"),
            one: Localized::default(),
        },
        decimals: 0,
        ..unemployment()
    }
}

fn code(text: &str) -> AreaCode {
    text.parse().expect("an area code")
}

fn years(first: u16, last: u16) -> Vec<Period> {
    (first..=last).map(Period::year).collect()
}

fn numbers(values: &[f64]) -> Vec<Value> {
    values.iter().map(|number| Value::Number(*number, Flags::NONE)).collect()
}

/// The words about Göteborg, perhaps beside the country.
fn words(
    indicator: &Indicator,
    values: &[Value],
    nation: Option<&[Value]>,
    uncertainty: Uncertainty,
    language: Language,
) -> LineSentences {
    let (own, country) = (code("1480"), AreaCode::nation());
    let periods = years(2011, 2010 + u16::try_from(values.len()).expect("few values"));
    let mut lines =
        vec![SubjectLine { code: &own, name: "Göteborg", periods: &periods, values, uncertainty }];
    if let Some(values) = nation {
        lines.push(SubjectLine { code: &country, name: "Riket", periods: &periods, values, uncertainty });
    }
    LineSentences::of(&LineSubject { indicator, lines: &lines, language })
}

#[test]
fn ledes_read_well_in_both_languages() {
    let (own, nation) = (numbers(&[9.8, 9.9, 8.4]), numbers(&[8.3, 8.4, 6.9]));
    let say = |language| words(&unemployment(), &own, Some(&nation), Uncertainty::Complete, language);
    let plain = |text: &str| text.replace('\u{A0}', " ");
    let sv = say(Language::Sv);
    assert_eq!(
        plain(&sv.lede),
        "Arbetslöshet (18–65 år i arbetskraften): i Göteborg (kommun) minskade andelen från 9,8 % 2011 till 8,4 % 2013, \
         en minskning med 1,4 procentenheter. I riket minskade andelen från 8,3 % 2011 till 6,9 % 2013, en minskning med \
         1,4 procentenheter."
    );
    assert_eq!(
        sv.title,
        "Arbetslöshet i Göteborg och riket, 2011–2013 · procent · 18–65 år i arbetskraften · kommun och riket"
    );
    assert_eq!(
        plain(&sv.alternative),
        "Linjediagram. Arbetslöshet i Göteborg och riket, 2011–2013 · procent · 18–65 år i arbetskraften · kommun och \
         riket. Göteborg: 9,8 % 2011, 8,4 % 2013; lägst 8,4 % 2013, högst 9,9 % 2012. Riket: 8,3 % 2011, 6,9 % 2013; \
         lägst 6,9 % 2013, högst 8,4 % 2012."
    );
    assert_eq!(
        plain(&say(Language::En).lede),
        "Unemployment (aged 18–65 in the labour force): in Göteborg (municipality) the share decreased from 9.8% in 2011 \
         to 8.4% in 2013, a decrease of 1.4 percentage points. In Sweden the share decreased from 8.3% in 2011 to 6.9% \
         in 2013, a decrease of 1.4 percentage points."
    );
}

#[test]
fn a_median_without_spread_says_that_its_uncertainty_is_unknown() {
    let income = income();
    let found = words(&income, &numbers(&[231.2, 284.9]), None, Uncertainty::of(&income), Language::Sv).lede;
    assert_eq!(
        found.replace('\u{A0}', " "),
        "Disponibel inkomst (20 år och äldre): i Göteborg (kommun) ökade medianen från 231 tkr 2011 till 285 tkr 2012, \
         en ökning med 54 tkr (23 %). Osäkerheten är okänd."
    );
}

#[test]
fn a_break_is_said_and_never_crossed() {
    let indicator = Indicator { breaks: vec![Period::year(2013)], ..unemployment() };
    let values = numbers(&[20.0, 19.0, 5.0, 6.5]);
    let nation = numbers(&[10.0, 10.0, 7.0, 7.5]);
    let found = words(&indicator, &values, Some(&nation), Uncertainty::Complete, Language::Sv).lede;
    assert_eq!(
        found.replace('\u{A0}', " "),
        "Arbetslöshet (18–65 år i arbetskraften): i Göteborg (kommun) ökade andelen från 5,0 % 2013 till 6,5 % 2014, en \
         ökning med 1,5 procentenheter. Serien har ett brott 2013, och värden före och efter går inte att jämföra. I \
         riket ökade andelen från 7,0 % 2013 till 7,5 % 2014, en ökning med 0,5 procentenheter."
    );
    // A flag on a value breaks as well, and a break at the last value leaves nothing to compare.
    let mut flagged = numbers(&[20.0, 19.0]);
    flagged.push(Value::Number(5.0, Flags::BREAK));
    let found = words(&unemployment(), &flagged, None, Uncertainty::Complete, Language::Sv).lede;
    assert!(found.contains("är andelen 5,0\u{A0}% 2013") && found.contains("brott 2013"), "{found}");
    assert!(!found.contains("20,0") && !found.contains("minsk"), "{found}");
}

#[test]
fn absences_come_with_their_reasons() {
    let mut values = numbers(&[9.8, 9.0, 9.1, 9.2, 9.3, 9.9]);
    values[1] = Value::Absent(Absence::Suppressed);
    values[2] = Value::Absent(Absence::Suppressed);
    values[4] = Value::Absent(Absence::Missing);
    let found = words(&unemployment(), &values, None, Uncertainty::Complete, Language::Sv).lede;
    assert!(found.contains("Värdet är sekretessmarkerat för 2012–2013."), "{found}");
    assert!(found.contains("Uppgift saknas för 2015."), "{found}");
    let none = [Value::Absent(Absence::NotApplicable); 3];
    let found = words(&unemployment(), &none, None, Uncertainty::Complete, Language::En).lede;
    assert_eq!(
        found,
        "Unemployment (aged 18–65 in the labour force): in Göteborg (municipality) there is no value (percent) for \
         2011–2013. The measure does not apply for 2011–2013."
    );
}

#[test]
fn a_map_says_the_middle_and_both_ends() {
    let values: Vec<Value> =
        (0..290).map(|area| Value::Number(3.0 + f64::from(area) * 0.03, Flags::NONE)).collect();
    let mut values = values;
    values[7] = Value::Absent(Absence::Suppressed);
    let (indicator, period) = (unemployment(), Some(Period::year(2024)));
    let sv = map::lede(&indicator, &values, period, Level::Municipality, Language::Sv);
    assert_eq!(
        sv.replace('\u{A0}', " "),
        "Arbetslöshet (18–65 år i arbetskraften) 2024: hälften av de 289 kommunerna har högst 7,3 %; den tiondel som har \
         lägst värden har högst 3,9 % och den tiondel som har högst värden minst 10,8 %. För 1 kommun visas inget värde \
         (sekretess: 1)."
    );
    assert_eq!(
        map::title(&indicator, period, Level::Municipality, Language::En),
        "Unemployment in the municipalities of Sweden 2024 · percent · aged 18–65 in the labour force"
    );
    let few = numbers(&[4.0, 6.0, 9.0]);
    assert_eq!(
        map::lede(&indicator, &few, period, Level::County, Language::En).replace('\u{A0}', " "),
        "Unemployment (aged 18–65 in the labour force) in 2024: half of the 3 counties have at most 6.0%; the lowest \
         value is 4.0% and the highest 9.0%."
    );
    assert!(
        map::lede(&indicator, &[], None, Level::Deso, Language::Sv)
            .ends_with("inget område har något värde.")
    );
    let alternative = map::alternative(&indicator, &values, period, Level::Municipality, Language::Sv);
    assert!(alternative.contains("sammansättning") && alternative.contains("åtskilda"), "{alternative}");
}

fn profile() -> (Catalogue, Profile) {
    let people = Indicator {
        slug: "folkmangd".into(),
        measure: Measure::Count,
        unit: Unit {
            short: both("personer", "people"),
            long: both("antal personer", "number of people"),
            one: Localized::default(),
        },
        decimals: 0,
        ..unemployment()
    };
    let catalogue = Catalogue {
        format: 1,
        synthetic: false,
        start: None,
        publisher: Publisher { name: both("", ""), contact: String::new() },
        licence: Licence { name: String::new(), name_en: String::new(), url: String::new() },
        levels: Vec::new(),
        indicators: vec![people, unemployment()],
        breakdowns: Vec::new(),
        counts: Vec::new(),
    };
    let figures = |slug: &str, series: Vec<ProfileSeries>, level_spread: Vec<f64>| ProfileIndicator {
        slug: slug.into(),
        periods: years(2022, 2024),
        series,
        level_spread,
        county_spread: Vec::new(),
        alike: Vec::new(),
        alike_intervals: Vec::new(),
    };
    let series = |area: &str, values: &[f64]| ProfileSeries {
        intervals: Vec::new(),
        area: code(area),
        values: NumberColumn(numbers(values)),
    };
    let profile = Profile {
        format: 1,
        area: code("1480"),
        name: "Göteborg".into(),
        parents: vec![(code("14"), "Västra Götalands län".into()), (AreaCode::nation(), "Riket".into())],
        population: 604_616,
        indicators: vec![
            figures("folkmangd", vec![series("1480", &[596_841.0, 604_829.0, 604_616.0])], Vec::new()),
            figures(
                "arbetsloshet",
                vec![series("1480", &[8.0, 7.7, 8.4]), series("00", &[6.8, 6.4, 6.9])],
                (0..290).map(|area| 3.0 + f64::from(area) * 0.025).collect(),
            ),
        ],
        ages: None,
        inside: None,
        indices: Vec::new(),
        divisions: Vec::new(),
        area_types: None,
        similar: None,
        examples: Vec::new(),
        by_type: Vec::new(),
        events: Vec::new(),
        notes: Vec::new(),
    };
    (catalogue, profile)
}

#[test]
fn a_municipality_is_summed_up_in_plain_sentences() {
    let (catalogue, profile) = profile();
    let plain =
        |sentences: Vec<String>| sentences.iter().map(|s| s.replace('\u{A0}', " ")).collect::<Vec<_>>();
    assert_eq!(
        plain(place::summary(&catalogue, &profile, Language::Sv)),
        [
            "Göteborg är en kommun i Västra Götalands län med 604 616 invånare 2024.",
            "Arbetslöshet (18–65 år i arbetskraften): i Göteborg (kommun) är andelen 8,4 % 2024, högre än i riket \
             (6,9 %). Det hör till den högre tredjedelen av kommunerna.",
            "I Göteborg (kommun) ökade andelen från 8,0 % 2022 till 8,4 % 2024, en ökning med 0,4 procentenheter.",
        ]
    );
    assert_eq!(
        plain(place::summary(&catalogue, &profile, Language::En))[1],
        "Unemployment (aged 18–65 in the labour force): in Göteborg (municipality) the share is 8.4% in 2024, higher than \
         in Sweden as a whole (6.9%). That is in the higher third of all municipalities."
    );
}

#[test]
fn a_summary_has_the_spread_inside_and_both_ends() {
    let (mut catalogue, mut profile) = profile();
    let inside = AreasInside {
        level: Level::Regso,
        vintage: Vintage(2025),
        codes: vec![code("1480R001"), code("1480R002"), code("1480R003")],
        names: vec!["A".into(), "B".into(), "C".into()],
        population: vec![1; 3],
        indicators: vec![InsideValues {
            slug: "arbetsloshet".into(),
            period: Period::year(2024),
            values: NumberColumn(numbers(&[2.0, 8.0, 19.5])),
        }],
        types: None,
        smaller: None,
    };
    profile.inside = Some(inside);
    // Three more shares: equal to the country's, far above it, a little below.
    for (slug, own) in [("lika", 6.9), ("langt", 12.0), ("nara", 6.5)] {
        let indicator = Indicator { slug: slug.into(), title: both(slug, slug), ..unemployment() };
        catalogue.indicators.push(indicator);
        let mut figures = profile.indicators[1].clone();
        figures.slug = slug.into();
        figures.series[0].values = NumberColumn(numbers(&[1.0, 1.0, own]));
        profile.indicators.push(figures);
    }
    let said = place::summary(&catalogue, &profile, Language::Sv).join(" ").replace('\u{A0}', " ");
    assert!(said.contains("hälften av de 3 RegSO-områdena har högst 8,0 %"), "{said}");
    assert!(said.contains("det lägsta värdet är 2,0 % och det högsta 19,5 %"), "{said}");
    assert!(
        said.ends_with(
            "mest från riket i langt (12,0 % mot rikets 6,9 %) och minst i lika (6,9 % mot rikets 6,9 %)."
        ),
        "{said}"
    );
}

#[test]
fn a_measure_is_described_beside_others_without_a_verdict() {
    let indicator = unemployment();
    let periods = years(2012, 2017);
    let comparison = EventComparison {
        slug: indicator.slug.clone(),
        areas: (0..8).map(|n| (code("0114"), format!("Kommun {n}"))).collect(),
        means: NumberColumn(numbers(&[9.0, 9.0, 8.5, 8.0, 8.0, 7.5])),
    };
    let subject = |own: &'static [f64], breaks: &[u16]| {
        let indicator = Indicator {
            breaks: breaks.iter().map(|year| Period::year(*year)).collect(),
            ..indicator.clone()
        };
        let own = numbers(own);
        event::sentences(&EventSubject {
            indicator: &indicator,
            name: "Göteborg",
            from: Period::year(2015),
            periods: &periods,
            own: &own,
            comparison: &comparison,
            language: Language::Sv,
        })
        .join(" ")
        .replace('\u{A0}', " ")
    };
    let said = subject(&[10.0, 9.8, 9.5, 9.0, 8.8, 8.0], &[]);
    // From the year before the measure: 9,5 to 8,0 and 8,5 to 7,5. Before it: 10,0 to 9,5 and 9,0 to 8,5.
    assert!(
        said.contains(
            "(2014) till 2017 är förändringen −1,5 procentenheter i Göteborg och −1,0 procentenheter"
        ),
        "{said}"
    );
    assert!(
        said.contains("(2012–2014) var förändringen −0,5 procentenheter i Göteborg och −0,5 procentenheter"),
        "{said}"
    );
    assert!(said.contains("inte en effekt") && !said.contains("minskade tack vare"), "{said}");
    let broken = subject(&[10.0, 9.8, 9.5, 9.0, 8.8, 8.0], &[2016]);
    assert!(!broken.contains("till 2017") && broken.contains("2012–2014"), "nothing over a break: {broken}");
}

#[test]
fn a_sample_says_no_more_than_its_intervals_allow() {
    let indicator = Indicator { is_sample: true, ..unemployment() };
    let periods = [Period::year(2022), Period::year(2024)];
    let ends = |half: f64| vec![Some((8.0 - half, 8.0 + half)), Some((9.0 - half, 9.0 + half))];
    // Half-widths 0.7 each: √(0.7² + 0.7²) = 0.99 < 1, so the rise is told; with 0.8 it is not.
    let values = numbers(&[8.0, 9.0]);
    let told = |intervals: &[Ends]| Uncertainty::in_series(&indicator, &periods, &values, intervals);
    let change = Change::of(&periods, &values, &[]).unwrap().0;
    assert_eq!(change.direction(1, told(&ends(0.7))), Direction::Up);
    assert_eq!(change.direction(1, told(&ends(0.8))), Direction::Unclear);
    // Without an interval nothing is known, and it is not a complete count.
    assert_eq!(told(&[]), Uncertainty::Unknown);
    assert_eq!(told(&[None, Some((8.5, 9.5))]), Uncertainty::Unknown);
    assert_eq!(Uncertainty::of(&unemployment()), Uncertainty::Complete);
    // Newcombe 1998, table II, method 10: 56/70 less 48/80 from the two Wilson intervals.
    let wilson = |count: f64, n: f64| {
        let ends = lagesbild::stats::interval::share_interval(count, n).unwrap();
        (count / n, (ends.low, ends.high))
    };
    let Uncertainty::Interval(low, high) = Uncertainty::of_difference(wilson(56.0, 70.0), wilson(48.0, 80.0))
    else {
        panic!("no interval");
    };
    assert!((low - 0.0524).abs() < 5e-5 && (high - 0.3339).abs() < 5e-5, "{low} {high}");
}

#[test]
fn two_areas_whose_difference_may_be_chance_are_said_not_to_be_told_apart() {
    let indicator = Indicator { is_sample: true, ..unemployment() };
    let (ale, borås): (AreaCode, AreaCode) = ("1440".parse().unwrap(), "1490".parse().unwrap());
    let area = |code, name, number: f64, half: f64, places| UncertainArea {
        code,
        name,
        number,
        ends: (number - half, number + half),
        places: Some(places),
    };
    let words = |half| {
        let areas = [area(&ale, "Ale", 8.0, half, (3, 9, 49)), area(&borås, "Borås", 9.0, half, (2, 2, 49))];
        AcrossSentences::default().with_uncertainty(&indicator, &areas, Language::Sv).lede
    };
    let near = words(0.8);
    assert!(near.contains("kan inte skiljas åt") && near.contains("möjlig plats 3–9 av 49"), "{near}");
    assert!(near.contains("möjlig plats 2 av 49") && near.contains("konfidensintervall 7,2"), "{near}");
    assert!(!words(0.6).contains("skiljas åt"));
}

#[test]
fn a_quotation_carries_uncertainty_source_and_edition() {
    let (indicator, own) = (unemployment(), code("1480"));
    let quote = Quote {
        indicator: &indicator,
        code: &own,
        name: "Göteborg",
        period: Period::year(2024),
        value: Value::Number(8.4, Flags::NONE),
        uncertainty: Uncertainty::Interval(8.2, 8.6),
        edition: "0123456789ab",
        synthetic: false,
        address: "https://example.org/kommun/1480-goteborg/",
        language: Language::Sv,
    };
    assert_eq!(
        quoted(&quote).replace('\u{A0}', " "),
        "Arbetslöshet (18–65 år i arbetskraften): i Göteborg (kommun) var andelen 8,4 % 2024 (95 % konfidensintervall \
         8,2 % till 8,6 %). Källa: Arbetsförmedlingen. Lägesbild, utgåva 0123456789ab. \
         https://example.org/kommun/1480-goteborg/"
    );
    let modelled = Quote { synthetic: true, value: Value::Absent(Absence::Suppressed), address: "", ..quote };
    let found = quoted(&modelled);
    assert!(found.starts_with("Demonstrationsdata") && found.contains("sekretess"), "{found}");
}

#[test]
fn a_strip_says_the_spread_before_the_area() {
    let (indicator, own, nation) = (unemployment(), code("1480"), AreaCode::nation());
    let spread: Vec<f64> = (0..290).map(|area| 3.0 + f64::from(area) * 0.025).collect();
    let subject = StripSubject {
        indicator: &indicator,
        period: Period::year(2024),
        spread: &spread,
        marked: &[(&own, "Göteborg", 8.4, Some((8.1, 8.8))), (&nation, "Riket", 6.9, None)],
        language: Language::Sv,
    };
    let found = strip::alternative(&subject);
    let (spread, area) = (found.find("hälften"), found.find("Göteborg 8,4"));
    assert!(spread.is_some() && spread < area && found.ends_with("riket 6,9\u{A0}%."), "{found}");
    let own = "Göteborg 8,4 % (95 % konfidensintervall 8,1 % till 8,8 %) och riket";
    assert!(found.replace('\u{A0}', " ").contains(own), "{found}");
}

#[test]
fn islands_counties_and_the_country_have_their_prepositions() {
    let periods = years(2023, 2024);
    let values = numbers(&[5.0, 6.0]);
    for (area, name, place) in [
        ("0980", "Gotland", "på Gotland (kommun) ökade"),
        ("14", "Västra Götalands län", "i Västra Götalands län ökade"),
        ("00", "Riket", "i riket ökade"),
        ("1480R001", "Lunden", "i Lunden (RegSO) ökade"),
    ] {
        let area = code(area);
        let line = SubjectLine {
            code: &area,
            name,
            periods: &periods,
            values: &values,
            uncertainty: Uncertainty::Complete,
        };
        let subject = LineSubject { indicator: &unemployment(), lines: &[line], language: Language::Sv };
        let lede = LineSentences::of(&subject).lede;
        assert!(lede.contains(place), "{lede}");
    }
}

/// Words that say that something went up or down.
const VERDICTS: [&str; 12] = [
    "ökade",
    "ökar",
    "ökning",
    "minskade",
    "minskar",
    "minskning",
    "increased",
    "increases",
    "increase ",
    "decreased",
    "decreases",
    "decrease ",
];

/// Every number of a text, as written with its decimals.
fn numbers_in(text: &str, language: Language) -> Vec<String> {
    let point = match language {
        Language::Sv => ',',
        Language::En => '.',
    };
    let mut found = Vec::new();
    let mut number = String::new();
    let letters: Vec<char> = text.chars().chain([' ']).collect();
    for (index, &letter) in letters.iter().enumerate() {
        let between_digits = !number.is_empty() && letters.get(index + 1).is_some_and(char::is_ascii_digit);
        let grouping = match language {
            Language::Sv => letter == '\u{A0}',
            Language::En => letter == ',',
        };
        if letter.is_ascii_digit() || (between_digits && (letter == point || grouping)) {
            number.push(letter);
        } else if !number.is_empty() {
            found.push(std::mem::take(&mut number));
        }
    }
    found
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::Sv), Just(Language::En)]
}

fn measure() -> impl Strategy<Value = Measure> {
    prop_oneof![
        Just(Measure::Count),
        Just(Measure::Share),
        Just(Measure::Rate),
        Just(Measure::Mean),
        Just(Measure::Median),
        Just(Measure::Index),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (0.0..100_000.0_f64).prop_map(|number| Value::Number(number, Flags::NONE)),
        1 => Just(Value::Absent(Absence::Suppressed)),
        1 => Just(Value::Absent(Absence::Missing)),
        1 => Just(Value::Absent(Absence::NotApplicable)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_increases_where_the_interval_holds_zero(
        values in prop::collection::vec(value(), 1..12),
        (below, above) in (0.0..50.0_f64, 0.0..50.0_f64),
        measure in measure(),
        language in language(),
    ) {
        let indicator = Indicator { measure, ..unemployment() };
        let uncertainty = Uncertainty::Interval(-below, above);
        let found = words(&indicator, &values, Some(&values), uncertainty, language);
        for text in [&found.title, &found.lede, &found.alternative] {
            for verdict in VERDICTS {
                prop_assert!(!text.contains(verdict), "“{}” in: {}", verdict, text);
            }
        }
    }

    #[test]
    fn what_is_said_to_rise_did_rise_as_shown(
        values in prop::collection::vec(value(), 1..12),
        breaks in prop::collection::vec(2011_u16..2024, 0..3),
        decimals in 0_u8..3,
        language in language(),
    ) {
        let breaks: Vec<Period> = breaks.into_iter().map(Period::year).collect();
        let indicator = Indicator { decimals, breaks: breaks.clone(), ..unemployment() };
        let lede = words(&indicator, &values, None, Uncertainty::Complete, language).lede;
        let periods = years(2011, 2010 + u16::try_from(values.len()).unwrap());
        let Some((change, broken)) = Change::of(&periods, &values, &breaks) else {
            prop_assert!(VERDICTS.iter().all(|verdict| !lede.contains(verdict)));
            return Ok(());
        };
        // The two compared are on the same side of every break.
        prop_assert!(breaks.iter().all(|broken| *broken <= change.first.0 || *broken > change.last.0));
        prop_assert_eq!(broken.is_some(), lede.contains("brott") || lede.contains("break"));
        let direction = change.direction(decimals, Uncertainty::Complete);
        let rises = lede.contains("ökade") || lede.contains("increased");
        let falls = lede.contains("minskade") || lede.contains("decreased");
        let moved = change.first.0 != change.last.0;
        prop_assert_eq!(rises, moved && direction == Direction::Up);
        prop_assert_eq!(falls, moved && direction == Direction::Down);
        prop_assert_eq!(direction == Direction::Up, rounded(change.last.1, decimals) > rounded(change.first.1, decimals));
    }

    #[test]
    fn level_group_unit_and_period_are_always_named(
        values in prop::collection::vec(value(), 1..12),
        measure in measure(),
        language in language(),
    ) {
        let indicator = Indicator { measure, ..unemployment() };
        let found = words(&indicator, &values, None, Uncertainty::Complete, language);
        let last = (2010 + values.len()).to_string();
        let has_numbers = values.iter().any(|value| value.number().is_some());
        for text in [&found.title, &found.lede, &found.alternative] {
            prop_assert!(text.contains(indicator.title.get(language)), "{}", text);
            prop_assert!(text.contains(indicator.population.get(language)), "{}", text);
            prop_assert!(text.contains("%") || text.contains(indicator.unit.long.get(language)), "{}", text);
            prop_assert!(text.contains("kommun") || text.contains("municipality"), "{}", text);
        }
        prop_assert!(found.title.contains(&last) && found.alternative.contains(&last));
        let period = values.iter().rposition(|value| value.number().is_some()).map(|position| (2011 + position).to_string());
        prop_assert!(!has_numbers || found.lede.contains(&period.unwrap_or_default()), "{}", found.lede);
    }

    #[test]
    fn numbers_of_a_lede_are_the_given_numbers_as_shown(
        values in prop::collection::vec(0.0..100_000.0_f64, 2..12),
        decimals in 0_u8..3,
        language in language(),
    ) {
        let indicator = Indicator { decimals, ..unemployment() };
        let given: Vec<Value> = values.iter().map(|number| Value::Number(*number, Flags::NONE)).collect();
        let lede = words(&indicator, &given, None, Uncertainty::Complete, language).lede;
        let style = NumberStyle { decimals, language };
        let (first, last) = (values[0], values[values.len() - 1]);
        let difference = (rounded(last, decimals) - rounded(first, decimals)).abs();
        let allowed: Vec<String> = [first, last, difference]
            .into_iter()
            .map(|number| number_text(number, style))
            .chain((2011..2023).map(|year: u16| year.to_string()))
            // The group: "18–65 år".
            .chain(["18".to_owned(), "65".to_owned()])
            .collect();
        for number in numbers_in(&lede, language) {
            prop_assert!(allowed.contains(&number), "“{}” in: {}", number, lede);
        }
    }

    #[test]
    fn a_map_never_says_one_end_alone(
        values in prop::collection::vec(value(), 0..60),
        language in language(),
    ) {
        let lede = map::lede(&unemployment(), &values, Some(Period::year(2024)), Level::Municipality, language);
        let low = lede.contains("lägst") || lede.contains("lowest");
        let high = lede.contains("högsta") || lede.contains("högst värden") || lede.contains("highest");
        prop_assert_eq!(low, high, "{}", lede);
        prop_assert!(lede.contains("2024") && lede.contains("18–65"));
        let absent = values.iter().filter(|value| value.number().is_none()).count();
        prop_assert_eq!(absent > 0, lede.contains("inget värde") || lede.contains("No value"), "{}", lede);
        for ranking in ["sämst", "bäst", "worst", "best"] {
            prop_assert!(!lede.contains(ranking));
        }
    }

    #[test]
    fn figures_across_areas_name_level_group_unit_and_period_and_rank_nobody(
        values in prop::collection::vec(value(), 0..60),
        own in 0.0..100.0_f64,
        correlation in prop::option::of(-1.0..1.0_f64),
        language in language(),
    ) {
        let (indicator, other, area) = (unemployment(), income(), code("1480"));
        let subject = AcrossSubject {
            indicator: &indicator,
            period: Some(Period::year(2024)),
            level: Level::Municipality,
            values: &values,
            chosen: &[(&area, "Göteborg", own)],
            language,
        };
        let one = AcrossSentences::of(&subject, "Histogram");
        let two = AcrossSentences::of_two(&subject, &other, 290, correlation);
        for words in [&one, &two] {
            for text in [format!("{} · {}", words.heading, words.detail), words.lede.clone(), words.alternative.clone()] {
                prop_assert!(text.contains(indicator.title.get(language)), "{}", text);
                prop_assert!(text.contains("2024"), "{}", text);
                for ranking in ["sämst", "bäst", "worst", "best", "plats", "rank"] {
                    prop_assert!(!text.contains(ranking), "{}", text);
                }
            }
            prop_assert!(words.heading.contains("kommun") || words.heading.contains("municipalit"));
            prop_assert!(words.detail.contains(indicator.unit.long.get(language)));
            prop_assert!(words.lede.contains(indicator.population.get(language)));
        }
        // A unit that both have is said once.
        let twins = AcrossSentences::of_two(&subject, &Indicator { slug: "other".into(), ..indicator.clone() }, 290, None);
        prop_assert_eq!(&twins.detail, indicator.unit.long.get(language));
        let style = NumberStyle { decimals: 1, language };
        prop_assert!(one.lede.contains(&number_text(own, style)) && one.lede.contains("Göteborg"));
        // A correlation of areas is never said to be one of persons.
        prop_assert!(correlation.is_none() || two.lede.contains("person"));
    }

    #[test]
    fn figures_of_one_place_say_where_when_and_how_much(
        shares in prop::collection::vec(0.0..100.0_f64, 1..8),
        index in prop::option::of(0.0..1.0_f64),
        language in language(),
    ) {
        let (indicator, area) = (unemployment(), code("1480"));
        let place = (&area, "Göteborg");
        let names: Vec<String> = (0..shares.len()).map(|part| format!("Del {part}")).collect();
        let parts: Vec<(&str, f64)> = names.iter().map(String::as_str).zip(shares.iter().copied()).collect();
        let last = Some((Period::year(2024), &parts[..]));
        let stacked = divided::shares(&indicator, "kön", place, &years(2015, 2024), last, language);
        let pyramid = divided::pyramid(&indicator, place, Period::year(2024), Some(parts[0]), None, language);
        let curve = divided::curve("födda utomlands", "DeSO", Period::year(2024), &[("Göteborg", index)], language);
        for words in [&stacked, &pyramid, &curve] {
            prop_assert!(words.heading.contains("Göteborg") && words.lede.contains("Göteborg"), "{}", words.lede);
            prop_assert!(words.heading.contains("2024") && words.lede.ends_with('.'), "{}", words.lede);
            prop_assert!(words.alternative.contains(&words.lede) && words.alternative.contains(&words.heading));
        }
        let whole = NumberStyle { decimals: 0, language };
        for (name, share) in &parts {
            let part = format!("{name} {}", number_text(*share, whole));
            prop_assert!(stacked.lede.contains(&part), "{} in {}", part, stacked.lede);
        }
        let said = index.map(|index| number_text(index, NumberStyle { decimals: 2, language }));
        prop_assert!(said.is_none_or(|said| curve.lede.contains(&said)));
    }
}

#[test]
fn an_area_of_the_map_is_announced_with_class_place_and_neighbours() {
    let indicator = unemployment();
    let number = |x: f64| Value::Number(x, Flags::default());
    let all: Vec<Value> = (1..=20).map(|n| number(f64::from(n))).collect();
    let numbers: Vec<f64> = all.iter().filter_map(|value| value.number()).collect();
    let classification = Classification::of(&numbers, Method::EqualInterval, 5);
    let neighbours = [number(2.0), number(9.0), number(4.0)];
    let say = |value, neighbours: &[Value], language| {
        let area = MapArea {
            indicator: &indicator,
            level: Level::Municipality,
            value,
            ends: value.and_then(|value: Value| Some((value.number()? - 1.5, value.number()? + 1.75))),
            all: &all,
            neighbours,
            classification: &classification,
        };
        announcement(&area, language).replace('\u{a0}', " ")
    };
    assert_eq!(
        say(Some(number(7.0)), &neighbours, Language::Sv),
        "7,0 procent (95 procent konfidensintervall 5,5 procent till 8,8 procent). Klass 2 av 5: över 4,8 procent till 8,6 procent. Av de 20 kommunerna har 6 ett lägre värde och \
         13 ett högre. De 3 grannområdena har 2,0 procent till 9,0 procent, i mitten 4,0 procent."
            .replace("procent", "%")
    );
    let english = say(Some(number(20.0)), &neighbours[..1], Language::En);
    assert!(
        english.contains("Class 5 of 5: over")
            && english.contains("19 have a lower value and 0 a higher one")
    );
    assert!(english.ends_with("The neighbouring area has 2.0%."), "{english}");
    let absent = say(Some(Value::Absent(Absence::Suppressed)), &neighbours, Language::Sv);
    assert!(absent.contains("De 3 grannområdena") && !absent.contains("Klass"), "{absent}");
    assert!(!say(None, &[], Language::En).contains("neighbour"));
}

#[test]
fn the_areas_inside_a_place_are_one_or_many() {
    let heading = |language, n| (place_text(language).map_heading)("Arjeplog", n);
    assert_eq!(heading(Language::Sv, 1), "Området i Arjeplog");
    assert_eq!(heading(Language::Sv, 2), "Områdena i Arjeplog");
    assert_eq!(heading(Language::En, 1), "The area of Arjeplog");
    assert_eq!(heading(Language::En, 2), "The areas of Arjeplog");
}
