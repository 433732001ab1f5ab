//! The view that a query carries: `?indicator=…&level=…&period=…&area=1480,0180`. Keys are English in both
//! languages, so that a view can be moved between them; defaults are left out.

use super::Shape;
use super::basket::{self, Kept};
use super::classes::{ClassMethod, FEWEST_CLASSES, Limits, MOST_CLASSES};
use super::embed::Frame;
use super::map_view::{Against, MapForm, MapView};
use super::percent;
use super::slug::is_slug;
use crate::model::{AreaCode, Catalogue, Language, Level, Period, Vintage};

/// As many areas as can be told apart beside each other.
pub const MOST_AREAS: usize = 8;

/// What a page shows, as far as it is not the page's default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The shape that the explorer shows, when not the map.
    pub shape: Option<Shape>,
    /// Slug of the indicator.
    pub indicator: Option<String>,
    /// Level of the areas on the map.
    pub level: Option<Level>,
    /// Vintage of the boundaries, when not the newest.
    pub vintage: Option<Vintage>,
    /// The period that is looked at.
    pub period: Option<Period>,
    /// The first period of a range that ends with the one that is looked at.
    pub since: Option<Period>,
    /// Whether the chosen areas are shown without all the others behind them, where a figure has those.
    pub alone: bool,
    /// Selected areas, at most [`MOST_AREAS`], in the order they were chosen.
    pub areas: Vec<AreaCode>,
    /// How the map's values are put into classes, when not in the usual way.
    pub method: Option<ClassMethod>,
    /// Number of classes asked for, [`FEWEST_CLASSES`] to [`MOST_CLASSES`].
    pub classes: Option<u8>,
    /// The limits of the classes, where the method is [`ClassMethod::Manual`]; else none.
    pub limits: Limits,
    /// Light or dark, when not as the reader's system says.
    pub color_scheme: Option<ColorScheme>,
    /// The edition that a frozen figure stays with.
    pub edition: Option<String>,
    /// Whether time runs.
    pub play: bool,
    /// How the map is drawn.
    pub map: MapView,
    /// How a framed figure looks in its frame.
    pub frame: Frame,
    /// How much the indicators weigh that the reader weighs otherwise than fully, when areas that are alike are sought: their
    /// slugs with 0 to 3, in the order of the slugs.
    pub weights: Vec<(String, u8)>,
    /// Among which areas those alike are sought: the code of a county, or the id of a group; all where there is none.
    pub among: Option<String>,
    /// The figures that the reader takes along, at most [`super::MOST_KEPT`].
    pub basket: Vec<Kept>,
}

/// The weight of an indicator that the reader has not weighed.
pub const FULL_WEIGHT: u8 = 2;
/// The greatest weight.
const MOST_WEIGHT: u8 = 3;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorScheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

/// What was left out of a view, so that a page can say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The value of a parameter has not the form it needs.
    Malformed {
        /// Key of the parameter.
        parameter: &'static str,
        /// The value as found, cut at 60 characters.
        found: String,
    },
    /// A parameter stands there more than once with different values; the first holds.
    Repeated {
        /// Key of the parameter.
        parameter: &'static str,
    },
    /// More than [`MOST_AREAS`] areas.
    TooManyAreas {
        /// Those beyond.
        left_out: Vec<AreaCode>,
    },
    /// No such area in the edition.
    UnknownArea {
        /// Its code.
        area: AreaCode,
    },
    /// No such indicator in the edition.
    UnknownIndicator {
        /// Its slug.
        slug: String,
    },
    /// The indicator is not published on this level.
    LevelNotPublished {
        /// The level asked for.
        level: Level,
    },
    /// The indicator is not published for the areas of this year.
    VintageNotPublished {
        /// The year asked for.
        vintage: Vintage,
    },
    /// The indicator is not published for this period.
    PeriodNotPublished {
        /// The period asked for.
        period: Period,
    },
}

impl ColorScheme {
    /// The id in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl View {
    /// The view as far as an edition can show it, and what had to be left out. `default_indicator` is the slug that
    /// the page shows when the view names none.
    pub fn fitted(&self, catalogue: &Catalogue, default_indicator: &str) -> (Self, Vec<Repair>) {
        let mut view = self.clone();
        let mut repairs = Vec::new();
        if let Some(slug) = view.indicator.take_if(|slug| catalogue.indicator(slug).is_none()) {
            repairs.push(Repair::UnknownIndicator { slug });
        }
        if let Some(Against::Indicator(slug)) = view.map.against.take_if(
            |against| matches!(against, Against::Indicator(slug) if catalogue.indicator(slug).is_none()),
        ) {
            repairs.push(Repair::UnknownIndicator { slug });
        }
        let Some(indicator) = catalogue.indicator(view.indicator.as_deref().unwrap_or(default_indicator))
        else {
            return (view, repairs);
        };
        let has_level = |level: &mut Level| indicator.tables.iter().any(|table| table.level == *level);
        if let Some(level) = view.level.take_if(|level| !has_level(level)) {
            repairs.push(Repair::LevelNotPublished { level });
        }
        let has_vintage = |vintage: &mut Vintage| {
            let mut tables = indicator.tables.iter();
            tables
                .any(|table| view.level.is_none_or(|level| table.level == level) && table.vintage == *vintage)
        };
        if let Some(vintage) = view.vintage.take_if(|vintage| !has_vintage(vintage)) {
            repairs.push(Repair::VintageNotPublished { vintage });
        }
        let mut tables =
            indicator.tables.iter().filter(|table| view.level.is_none_or(|level| table.level == level));
        if let Some(period) =
            view.period.take_if(|period| !tables.any(|table| table.periods.contains(period)))
        {
            repairs.push(Repair::PeriodNotPublished { period });
        }
        // A range without its end is none.
        view.since.take_if(|_| view.period.is_none());
        (view, repairs)
    }

    /// Slug of the indicator that the first is compared with.
    pub fn against_indicator(&self) -> Option<&str> {
        match &self.map.against {
            Some(Against::Indicator(slug)) => Some(slug),
            _ => None,
        }
    }

    /// The same view of another indicator, as far as that one has the level and the period. Limits that were chosen stay
    /// with the numbers that they were chosen for.
    pub fn of_indicator(&self, catalogue: &Catalogue, slug: &str) -> Self {
        let mut asked = Self { indicator: Some(slug.to_owned()), ..self.clone() };
        asked.forget_limits();
        asked.fitted(catalogue, slug).0
    }

    /// Back to the usual classes, where the limits were chosen.
    pub fn forget_limits(&mut self) {
        self.limits = Limits::default();
        self.method.take_if(|method| *method == ClassMethod::Manual);
    }

    /// The view without areas that are not known, and which those were.
    pub fn with_known_areas(&self, is_known: impl Fn(&AreaCode) -> bool) -> (Self, Vec<Repair>) {
        let (known, unknown) = self.areas.iter().cloned().partition(|area| is_known(area));
        let unknown: Vec<AreaCode> = unknown;
        let repairs = unknown.into_iter().map(|area| Repair::UnknownArea { area }).collect();
        (Self { areas: known, ..self.clone() }, repairs)
    }

    /// The view of a query, the language of a framed figure, and what was left out.
    pub(super) fn parse(query: &str) -> (Self, Language, Vec<Repair>) {
        let written = query;
        let query = Query { pairs: query.split('&').filter(|pair| !pair.is_empty()).map(pair).collect() };
        let mut repairs = Vec::new();
        let periods = query.one("period", &mut repairs, periods);
        let view = Self {
            shape: query.one("view", &mut repairs, Shape::from_id),
            indicator: query.one("indicator", &mut repairs, |text| is_slug(text).then(|| text.to_owned())),
            level: query.one("level", &mut repairs, |text| text.parse().ok()),
            vintage: query.one("vintage", &mut repairs, vintage),
            period: periods.map(|(_, period)| period),
            since: periods.and_then(|(since, _)| since),
            alone: query.one("alone", &mut repairs, switch).unwrap_or(false),
            areas: query.areas(&mut repairs),
            method: query.one("method", &mut repairs, ClassMethod::from_id),
            classes: query.one("classes", &mut repairs, n_classes),
            limits: query.one("breaks", &mut repairs, Limits::parse).unwrap_or_default(),
            color_scheme: query.one("theme", &mut repairs, color_scheme).flatten(),
            edition: query.one("edition", &mut repairs, |text| is_edition(text).then(|| text.to_owned())),
            play: query.one("play", &mut repairs, switch).unwrap_or(false),
            map: MapView {
                form: query.one("map", &mut repairs, MapForm::from_id).unwrap_or_default(),
                from: query.one("from", &mut repairs, |text| text.parse().ok()),
                against: query.one("against", &mut repairs, Against::parse),
                is_wide: query.one("wide", &mut repairs, switch).unwrap_or(false),
                follows_zoom: query.one("follow", &mut repairs, switch).unwrap_or(false),
            },
            frame: Frame::of(|flag| query.is_on(flag)),
            weights: query.one("weights", &mut repairs, weights).unwrap_or_default(),
            among: query.one("among", &mut repairs, |text| is_slug(text).then(|| text.to_owned())),
            basket: basket::parse(written, &mut repairs),
        };
        let view = Self { color_scheme: view.color_scheme.or(query.dark()), ..view }.with_limits_or_none();
        let language = query.one("lang", &mut repairs, |text| {
            Language::ALL.into_iter().find(|language| language.tag() == text)
        });
        (view, language.unwrap_or_default(), repairs)
    }

    /// First and last period of the range that is looked at, where it is one.
    pub fn range(&self) -> Option<(Period, Period)> {
        self.since.zip(self.period)
    }

    /// `2024`, or `2011..2024` for a range.
    fn periods_text(&self) -> Option<String> {
        let period = self.period?;
        Some(self.since.map_or_else(|| period.to_string(), |since| format!("{since}..{period}")))
    }

    /// Looks at another period; a range that would not end after it began is none any more.
    pub fn look_at(&mut self, period: Period) {
        self.period = Some(period);
        self.since.take_if(|since| *since >= period);
    }

    /// Chosen limits and the method that uses them go together: limits alone mean the method, the method alone nothing.
    fn with_limits_or_none(self) -> Self {
        let has_limits = !self.limits.numbers().is_empty();
        match self.method {
            None if has_limits => Self { method: Some(ClassMethod::Manual), ..self },
            Some(ClassMethod::Manual) if !has_limits => Self { method: None, ..self },
            Some(ClassMethod::Manual) | None => self,
            Some(_) => Self { limits: Limits::default(), ..self },
        }
    }

    /// The query without its `?`; empty for the default view. `language` other than Swedish is told by a flag.
    pub(super) fn query(&self, language: Language) -> String {
        let areas: Vec<&str> = self.areas.iter().map(AreaCode::as_str).collect();
        let map = &self.map;
        let switched = |is_on: bool| is_on.then(|| "1".to_owned());
        let pairs = [
            ("view", self.shape.map(|shape| shape.id().to_owned())),
            ("indicator", self.indicator.clone()),
            ("level", self.level.map(|level| level.to_string())),
            ("vintage", self.vintage.map(|vintage| vintage.to_string())),
            ("period", self.periods_text()),
            ("area", (!areas.is_empty()).then(|| areas.join(","))),
            ("alone", switched(self.alone)),
            ("method", self.method.map(|method| method.id().to_owned())),
            ("classes", self.classes.map(|classes| classes.to_string())),
            ("breaks", self.limits.text()),
            ("theme", self.color_scheme.map(|scheme| scheme.id().to_owned())),
            ("edition", self.edition.clone()),
            ("play", switched(self.play)),
            ("map", (map.form != MapForm::default()).then(|| map.form.id().to_owned())),
            ("from", map.from.map(|period| period.to_string())),
            ("against", map.against.as_ref().map(Against::text)),
            ("wide", switched(map.is_wide)),
            ("follow", switched(map.follows_zoom)),
            ("weights", weights_text(&self.weights)),
            ("among", self.among.clone()),
        ];
        let frame = flags(self.frame, &switched);
        let language = ("lang", (language != Language::Sv).then(|| language.tag().to_owned()));
        let mut query = String::new();
        for (key, value) in pairs
            .iter()
            .chain(&frame)
            .chain([&language])
            .filter_map(|(key, value)| Some((key, value.as_ref()?)))
        {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(key);
            query.push('=');
            percent::push_encoded(&mut query, value, ",");
        }
        basket::push(&mut query, &self.basket);
        query
    }
}

/// Keys and values of a query, decoded.
struct Query {
    pairs: Vec<(String, String)>,
}

impl Query {
    /// The value of a parameter; an empty one counts as absent.
    fn one<T>(
        &self,
        parameter: &'static str,
        repairs: &mut Vec<Repair>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let mut values = self.values(parameter);
        let first = values.next()?;
        if values.any(|other| other != first) {
            repairs.push(Repair::Repeated { parameter });
        }
        let value = parse(first);
        if value.is_none() {
            repairs.push(malformed(parameter, first));
        }
        value
    }

    /// The list of areas: comma-separated, in one parameter or several; repeats are left out without a word, because
    /// nothing is lost with them.
    fn areas(&self, repairs: &mut Vec<Repair>) -> Vec<AreaCode> {
        let mut areas: Vec<AreaCode> = Vec::new();
        // A frame's address may tell the areas to compare with apart.
        let listed = self.values("area").chain(self.values("compare"));
        for text in listed.flat_map(|list| list.split(',')).filter(|text| !text.is_empty()) {
            match text.parse() {
                Ok(area) if areas.contains(&area) => {}
                Ok(area) => areas.push(area),
                Err(_) => repairs.push(malformed("area", text)),
            }
        }
        if areas.len() > MOST_AREAS {
            repairs.push(Repair::TooManyAreas { left_out: areas.split_off(MOST_AREAS) });
        }
        areas
    }

    /// Whether a frame's flag is set; alone, without a value, it is too.
    fn is_on(&self, flag: &str) -> bool {
        self.pairs
            .iter()
            .any(|(key, value)| key == flag && matches!(value.as_str(), "" | "1" | "true" | "on"))
    }

    /// Light or dark as other embedded charts' addresses say it: `dark=true`.
    fn dark(&self) -> Option<ColorScheme> {
        match self.values("dark").next()? {
            "true" | "1" => Some(ColorScheme::Dark),
            "false" | "0" => Some(ColorScheme::Light),
            _ => None,
        }
    }

    fn values<'a>(&'a self, parameter: &'a str) -> impl Iterator<Item = &'a str> {
        let of_key = self.pairs.iter().filter(move |(key, _)| key == parameter);
        of_key.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }
}

/// `slug.0,slug.3`: each slug once, with a weight other than the full one.
fn weights(text: &str) -> Option<Vec<(String, u8)>> {
    let weight = |part: &str| {
        let (slug, weight) = part.split_once('.')?;
        let weight = weight.parse().ok().filter(|weight| *weight <= MOST_WEIGHT && *weight != FULL_WEIGHT)?;
        is_slug(slug).then(|| (slug.to_owned(), weight))
    };
    let weights: Vec<(String, u8)> = text.split(',').map(weight).collect::<Option<_>>()?;
    let ascends = weights.windows(2).all(|pair| pair[0].0 < pair[1].0);
    ascends.then_some(weights)
}

fn weights_text(weights: &[(String, u8)]) -> Option<String> {
    let parts: Vec<String> = weights.iter().map(|(slug, weight)| format!("{slug}.{weight}")).collect();
    (!parts.is_empty()).then(|| parts.join(","))
}

/// A frame's flags as pairs of a query.
fn flags(frame: Frame, switched: &dyn Fn(bool) -> Option<String>) -> [(&'static str, Option<String>); 6] {
    frame.flags().map(|(flag, is_on)| (flag, switched(is_on)))
}

/// A decoded `key=value`; forms write a space as `+`.
fn pair(text: &str) -> (String, String) {
    let (key, value) = text.split_once('=').unwrap_or((text, ""));
    let decoded = |part: &str| percent::decoded(&part.replace('+', " "));
    (decoded(key), decoded(value))
}

fn malformed(parameter: &'static str, found: &str) -> Repair {
    Repair::Malformed { parameter, found: found.chars().take(60).collect() }
}

/// `2024`, or a range `2011..2024` whose ends differ.
fn periods(text: &str) -> Option<(Option<Period>, Period)> {
    match text.split_once("..") {
        None => text.parse().ok().map(|period| (None, period)),
        Some((since, period)) => {
            let (since, period) = (since.parse().ok()?, period.parse().ok()?);
            (since < period).then_some((Some(since), period))
        }
    }
}

fn vintage(text: &str) -> Option<Vintage> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_year).map(Vintage)
}

fn n_classes(text: &str) -> Option<u8> {
    text.parse().ok().filter(|classes| (FEWEST_CLASSES..=MOST_CLASSES).contains(classes))
}

/// `Some(None)` for `auto`, which is the default.
fn color_scheme(text: &str) -> Option<Option<ColorScheme>> {
    match text {
        "light" => Some(Some(ColorScheme::Light)),
        "dark" => Some(Some(ColorScheme::Dark)),
        "auto" => Some(None),
        _ => None,
    }
}

fn switch(text: &str) -> Option<bool> {
    match text {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

/// Twelve hexadecimal digits, as an edition is named.
fn is_edition(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
