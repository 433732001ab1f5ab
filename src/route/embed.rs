//! Figures for other people's pages: which there are, their addresses, and the flags that say how they look in the frame.
//!
//! A figure that is drawn beforehand has a path of its own, because a static host finds files by their path alone:
//! `/embed/line/<indicator>/`, `/embed/line/<indicator>/<county>/`, `/embed/summary/<municipality>/`, each with `en/` at
//! its end in English. Every other figure is served by its view's page, which reads the query.

use super::Shape;
use super::slug::is_slug;
use super::view::View;
use crate::model::{AreaCode, Language, Level};

/// What a frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedView {
    /// A view in one of the explorer's shapes.
    Shape(Shape),
    /// Two periods of all areas of a level beside each other.
    Slope,
    /// Where a place stands among all areas of its level; all areas of a level, or inside a place.
    Strip,
    /// The people of a place by the type of the area that they live in, over time.
    AreaTypes,
    /// How much of the differences between people lies between areas, and how much inside them.
    WithinBetween,
    /// How apart groups live inside a place, by several indices.
    Separation,
    /// Areas side by side: all indicators, or those of one indicator's theme.
    Compare,
    /// The people of a place by age and sex, beside the country's.
    Pyramid,
    /// How a group and the others are spread over the areas inside a place.
    Curve,
    /// A measure in a place beside areas that were like it.
    Event,
    /// A municipality or county in short.
    Summary,
}

impl EmbedView {
    /// Those that are no shape of the explorer's.
    const OTHERS: [Self; 10] = [
        Self::Slope,
        Self::Strip,
        Self::AreaTypes,
        Self::WithinBetween,
        Self::Separation,
        Self::Compare,
        Self::Pyramid,
        Self::Curve,
        Self::Event,
        Self::Summary,
    ];

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Shape::ALL.into_iter().map(Self::Shape).chain(Self::OTHERS)
    }

    /// The name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Shape(shape) => shape.id(),
            Self::Slope => "slope",
            Self::Strip => "strip",
            Self::AreaTypes => "area-types",
            Self::WithinBetween => "within-between",
            Self::Separation => "separation",
            Self::Compare => "compare",
            Self::Pyramid => "pyramid",
            Self::Curve => "curve",
            Self::Event => "event",
            Self::Summary => "summary",
        }
    }

    /// Whether it is about chosen places rather than an indicator in all of them.
    pub const fn is_of_place(self) -> bool {
        !matches!(self, Self::Shape(_) | Self::Slope | Self::Strip)
    }

    /// The view of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        let other = Self::OTHERS.into_iter().find(|view| view.id() == id);
        other.or_else(|| Shape::from_id(id).map(Self::Shape))
    }
}

/// How a figure looks in its frame, as far as not in the usual way. The names are those that journalists know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame {
    /// Without title and sentence.
    pub is_plain: bool,
    /// Without anything to press or point at.
    pub is_static: bool,
    /// Without a ground of its own.
    pub is_transparent: bool,
    /// As high as the frame.
    pub fits_frame: bool,
    /// With a field to search for areas.
    pub has_search: bool,
    /// With the site's sign.
    pub has_logo: bool,
}

impl Frame {
    /// The flags by their names in addresses.
    pub(super) fn flags(self) -> [(&'static str, bool); 6] {
        [
            ("plain", self.is_plain),
            ("static", self.is_static),
            ("transparent", self.is_transparent),
            ("fitchart", self.fits_frame),
            ("search", self.has_search),
            ("logo", self.has_logo),
        ]
    }

    /// The flags for which `is_on` says so.
    pub(super) fn of(is_on: impl Fn(&str) -> bool) -> Self {
        Self {
            is_plain: is_on("plain"),
            is_static: is_on("static"),
            is_transparent: is_on("transparent"),
            fits_frame: is_on("fitchart"),
            has_search: is_on("search"),
            has_logo: is_on("logo"),
        }
    }
}

/// What a path below `/embed/` names: the view, the indicator or area in it, and the language when the path tells one.
pub(super) struct EmbedPath {
    pub(super) view: EmbedView,
    pub(super) indicator: Option<String>,
    pub(super) area: Option<AreaCode>,
    pub(super) language: Option<Language>,
}

/// Reads the words after `embed`.
pub(super) fn parse(words: &[&str]) -> Option<EmbedPath> {
    let (view, rest) = words.split_first()?;
    let view = EmbedView::from_id(view)?;
    let (rest, language) = match rest {
        [rest @ .., "en"] if !rest.is_empty() => (rest, Some(Language::En)),
        [] => (rest, None),
        _ => (rest, Some(Language::Sv)),
    };
    let code = |text: &str| text.parse().ok();
    let of = |indicator: Option<&str>, area| {
        let indicator = indicator.map(str::to_owned);
        Some(EmbedPath { view, indicator, area, language })
    };
    match (view, rest) {
        (_, []) => of(None, None),
        (EmbedView::Summary, [area]) => of(None, Some(code(area).filter(has_summary)?)),
        (EmbedView::Shape(Shape::Line | Shape::Map), [slug]) if is_slug(slug) => of(Some(slug), None),
        (EmbedView::Shape(Shape::Line | Shape::Map), [slug, area]) if is_slug(slug) => {
            of(Some(slug), Some(code(area).filter(is_county)?))
        }
        _ => None,
    }
}

/// The words of the path of a figure that is drawn beforehand; none for every other, whose query tells it.
pub(super) fn own_path(of: EmbedView, view: &View, language: Language) -> Option<Vec<&str>> {
    let View { indicator, areas, .. } = view;
    let usual = View {
        indicator: indicator.clone(),
        areas: areas.clone(),
        color_scheme: view.color_scheme,
        frame: view.frame,
        ..View::default()
    };
    if *view != usual {
        return None;
    }
    let subject = match (of, indicator, areas.as_slice()) {
        (EmbedView::Summary, None, [area]) if has_summary(area) => vec![area.as_str()],
        (EmbedView::Shape(Shape::Line | Shape::Map), Some(slug), []) => vec![slug.as_str()],
        (EmbedView::Shape(Shape::Line | Shape::Map), Some(slug), [area]) if is_county(area) => {
            vec![slug.as_str(), area.as_str()]
        }
        _ => return None,
    };
    let told = (language == Language::En).then_some("en");
    Some(["embed", of.id()].into_iter().chain(subject).chain(told).collect())
}

fn is_county(area: &AreaCode) -> bool {
    area.level() == Level::County
}

fn has_summary(area: &AreaCode) -> bool {
    matches!(area.level(), Level::Municipality | Level::County)
}
