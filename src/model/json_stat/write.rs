//! Our tables as datasets.

use super::super::json::Keyed;
use super::super::number_column::parts;
use super::super::{
    AreaCode, AreaCounts, Breakdown, BrokenDown, CountsTable, Cube, Indicator, Language, Period,
};
use super::super::{Category as Member, Value};
use super::{Category, Dataset, Dimension, Index, Interval, Role, Statuses, Values};

impl Dataset {
    /// The dataset of one indicator on one level: `indicator` × `area` × `period`. Labels are in `language`; `name_of`
    /// gives each area's name, where the file should carry it.
    pub fn of_indicator(
        indicator: &Indicator,
        cube: &Cube,
        name_of: impl Fn(&AreaCode) -> Option<String>,
        language: Language,
    ) -> Self {
        let (value, status) = parts(cube.values());
        let dimensions = vec![
            metric(&indicator.slug, indicator.title.get(language)),
            areas(cube.areas(), name_of),
            periods(cube.periods()),
        ];
        let interval = interval(cube);
        let Interval { low, high } = &interval;
        let ends = serde_json::json!({"confidence": 0.95, "low": low, "high": high});
        let ends = (!low.is_empty()).then(|| ("interval".to_owned(), ends));
        let own = extension(indicator, language);
        let extension = own.entries().iter().cloned().chain(ends).collect();
        Self { extension, interval, ..dataset(indicator, language, dimensions, value, status) }
    }

    /// The dataset of one indicator on one level by a breakdown: `indicator` × the breakdown's id × `area` × `period`.
    pub fn of_breakdown(
        indicator: &Indicator,
        breakdown: &Breakdown,
        values: &BrokenDown,
        name_of: impl Fn(&AreaCode) -> Option<String>,
        language: Language,
    ) -> Self {
        let all: Vec<Value> =
            values.categories.iter().flat_map(|(_, cube)| cube.values().iter().copied()).collect();
        let (value, status) = parts(&all);
        let known =
            values.categories.iter().filter_map(|(id, _)| breakdown.categories.iter().find(|c| c.id == *id));
        let first = values.categories.first().map(|(_, cube)| cube);
        let dimensions = vec![
            metric(&indicator.slug, indicator.title.get(language)),
            members(&breakdown.id, breakdown.title.get(language), known, language),
            areas(first.map_or(&[], Cube::areas), name_of),
            periods(first.map_or(&[], Cube::periods)),
        ];
        Self {
            extension: extension(indicator, language),
            ..dataset(indicator, language, dimensions, value, status)
        }
    }

    /// The dataset of a table of counts in one period: `area` × `group` × `period`.
    pub fn of_counts(
        table: &CountsTable,
        counts: &AreaCounts,
        source: &str,
        name_of: impl Fn(&AreaCode) -> Option<String>,
        language: Language,
    ) -> Self {
        let dimensions = vec![
            areas(&counts.areas, name_of),
            members("group", table.title.get(language), table.groups.iter(), language),
            periods(&[counts.period]),
        ];
        Self {
            label: table.title.get(language).into(),
            source: source.into(),
            note: vec![table.protection.get(language).into()],
            role: Role { time: vec!["period".into()], geo: vec!["area".into()], metric: Vec::new() },
            ..bare(dimensions, counts.cells.iter().copied().map(Some).collect(), Keyed::default())
        }
    }
}

fn dataset(
    indicator: &Indicator,
    language: Language,
    dimensions: Vec<(String, Dimension)>,
    value: Vec<Option<f64>>,
    status: Keyed<usize, String>,
) -> Dataset {
    Dataset {
        label: indicator.title.get(language).into(),
        source: indicator.source.provider.get(language).into(),
        updated: indicator.source.released.clone(),
        role: Role {
            time: vec!["period".into()],
            geo: vec!["area".into()],
            metric: vec!["indicator".into()],
        },
        ..bare(dimensions, value, status)
    }
}

fn bare(
    dimensions: Vec<(String, Dimension)>,
    value: Vec<Option<f64>>,
    status: Keyed<usize, String>,
) -> Dataset {
    let size = |dimension: &Dimension| match &dimension.category.index {
        Some(Index::Ids(ids)) => ids.len(),
        _ => dimension.category.label.entries().len(),
    };
    Dataset {
        version: "2.0".into(),
        class: "dataset".into(),
        label: String::new(),
        source: String::new(),
        updated: String::new(),
        note: Vec::new(),
        id: dimensions.iter().map(|(id, _)| id.clone()).collect(),
        size: dimensions.iter().map(|(_, dimension)| size(dimension)).collect(),
        role: Role::default(),
        dimension: dimensions.into_iter().collect(),
        value: Values::All(value),
        status: Statuses::Sparse(status),
        extension: Keyed::default(),
        interval: Interval::default(),
    }
}

fn metric(slug: &str, title: &str) -> (String, Dimension) {
    let label = Keyed::from_iter([(slug.to_owned(), title.to_owned())]);
    described("indicator", "indicator", vec![slug.to_owned()], label)
}

fn areas(codes: &[AreaCode], name_of: impl Fn(&AreaCode) -> Option<String>) -> (String, Dimension) {
    let label = codes.iter().filter_map(|code| Some((code.to_string(), name_of(code)?))).collect();
    described("area", "area", codes.iter().map(ToString::to_string).collect(), label)
}

fn periods(periods: &[Period]) -> (String, Dimension) {
    described("period", "period", periods.iter().map(ToString::to_string).collect(), Keyed::default())
}

fn members<'a>(
    id: &str,
    title: &str,
    members: impl Iterator<Item = &'a Member>,
    language: Language,
) -> (String, Dimension) {
    let members: Vec<(String, String)> =
        members.map(|member| (member.id.clone(), member.title.get(language).to_owned())).collect();
    let ids = members.iter().map(|(id, _)| id.clone()).collect();
    described(id, title, ids, members.into_iter().collect())
}

fn described(id: &str, label: &str, ids: Vec<String>, labels: Keyed<String, String>) -> (String, Dimension) {
    let category = Category { index: Some(Index::Ids(ids)), label: labels };
    (id.to_owned(), Dimension { label: label.to_owned(), category })
}

fn interval(cube: &Cube) -> Interval {
    let end = |of: fn((f64, f64)) -> f64| cube.intervals().iter().map(|ends| ends.map(of)).collect();
    Interval { low: end(|(low, _)| low), high: end(|(_, high)| high) }
}

fn extension(indicator: &Indicator, language: Language) -> Keyed<String, serde_json::Value> {
    Keyed::from_iter([
        ("decimals".to_owned(), indicator.decimals.into()),
        ("unit".to_owned(), indicator.unit.long.get(language).into()),
        ("zeroBaseline".to_owned(), indicator.zero_baseline.into()),
        ("canBeNegative".to_owned(), indicator.can_be_negative.into()),
    ])
}
