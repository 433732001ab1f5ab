//! The view that a query carries: `?indicator=…&level=…&period=…&area=1480,0180`. Keys are English in both
//! languages, so that a view can be moved between them; defaults are left out.

use super::Shape;
use super::basket;
use super::classes::{ClassMethod, FEWEST_CLASSES, Limits, MOST_CLASSES};
use super::embed::Frame;
use super::map_view::{Against, MapForm, MapView};
use super::percent;
use super::slug::is_slug;
use super::view::{ColorScheme, FULL_WEIGHT, MOST_AREAS, View};
use super::view_fit::Repair;
use crate::model::{AreaCode, Language, Period, Vintage};

/// The greatest weight.
const MOST_WEIGHT: u8 = 3;

impl View {
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

    /// `2024`, or `2011..2024` for a range.
    fn periods_text(&self) -> Option<String> {
        let period = self.period?;
        Some(self.since.map_or_else(|| period.to_string(), |since| format!("{since}..{period}")))
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
