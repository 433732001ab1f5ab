//! The page of a theme: a text from the folder `src/pages/themes` in the five steps facts, understanding, conditions,
//! change and learning, with the edition's figures where it asks for them.

use super::super::PublishError;
use super::Content;
use super::markdown::rendered;
use super::shortcode::{FigureShape, Piece, Shortcode, pieces};
use crate::charts::sparkline::SparklineSpec;
use crate::charts::svg::{Naming, Styling};
use crate::charts::{Size, Token};
use crate::components::example_list::{example_entry, place_link, when};
use crate::components::site::{Site, use_site};
use crate::i18n::number::{NumberStyle, with_unit};
use crate::i18n::period::period_text;
use crate::i18n::text::themes::{ThemeText, theme_text};
use crate::markup::{Element, Markup, el};
use crate::model::{AreaCode, Event, Example, Indicator, Language, Level, Measure, Period, Theme};
use crate::pages::indicator::{IndicatorContent, national_line, spread_strip};
use crate::route::Page;

/// The text of a theme's page.
pub(super) struct ThemePage {
    theme: Theme,
    language: Language,
    /// The first heading.
    pub(super) title: String,
    /// The first paragraph.
    pub(super) description: String,
    pieces: Vec<Piece>,
}

impl ThemePage {
    /// The text in a language.
    ///
    /// # Errors
    /// When a living part of it cannot be understood, which is a fault of the package: names file and line.
    pub(super) fn read(theme: Theme, language: Language) -> Result<Self, PublishError> {
        let markdown = markdown(theme, language);
        let pieces = pieces(markdown).map_err(|fault| {
            PublishError::bad(format!("src/pages/themes/{}.{}.md, {fault}.", theme.id(), language.tag()))
        })?;
        let page = rendered(markdown, language, &mut Vec::new());
        Ok(Self { theme, language, title: page.title, description: page.description, pieces })
    }

    /// The page, rendered where a site is provided.
    pub(super) fn markup(&self, content: &Content) -> Markup {
        let site = use_site();
        let mut article = el("article").class("theme").with(breadcrumb(&site, self.theme));
        let mut told = Vec::new();
        for (number, piece) in self.pieces.iter().enumerate() {
            article = match piece {
                Piece::Text(text) => article.with(
                    el("div")
                        .class("reading theme__text")
                        .html(rendered(text, self.language, &mut told).html),
                ),
                Piece::Shortcode(shortcode) => article.with(self.living(shortcode, number, content, &site)),
            };
        }
        article.into()
    }

    fn living(&self, shortcode: &Shortcode, number: usize, content: &Content, site: &Site) -> Markup {
        let own = || content.indicators.iter().filter(|of| of.indicator.theme == self.theme);
        match shortcode {
            Shortcode::Indicators => indicators(own(), site),
            Shortcode::Events => {
                let concerns = |event: &&Event| own().any(|of| event.indicators.contains(&of.indicator.slug));
                events(content.events.iter().filter(concerns), site)
            }
            Shortcode::Examples => {
                examples(content.examples.iter().filter(|example| example.theme == self.theme), site)
            }
            Shortcode::Figure { indicators, shape } => {
                let chosen = match indicators.as_slice() {
                    [] => main_indicator(own()),
                    named => named
                        .iter()
                        .find_map(|slug| content.indicators.iter().find(|of| of.indicator.slug == *slug)),
                };
                chosen.and_then(|chosen| figure(chosen, *shape, number)).into()
            }
        }
    }
}

/// The texts, as they lie in the folder `src/pages/themes`.
fn markdown(theme: Theme, language: Language) -> &'static str {
    macro_rules! texts {
        ($name:literal) => {
            match language {
                Language::Sv => include_str!(concat!("../../pages/themes/", $name, ".sv.md")),
                Language::En => include_str!(concat!("../../pages/themes/", $name, ".en.md")),
            }
        };
    }
    match theme {
        Theme::Housing => texts!("housing"),
        Theme::Education => texts!("education"),
        Theme::Labour => texts!("labour"),
        Theme::Economy => texts!("economy"),
        Theme::Democracy => texts!("democracy"),
        Theme::Health => texts!("health"),
    }
}

/// The way here, and to the other themes.
fn breadcrumb(site: &Site, theme: Theme) -> Element {
    let t = site.text();
    let start = el("li").with(el("a").attr("href", site.href(Page::Start)).with(t.start));
    let themes = format!("{}#themes", site.href(Page::Start));
    let themes = el("li").with(el("a").attr("href", themes).with(theme_text(site.language).themes));
    let here = el("li").attr("aria-current", "page").with((t.theme)(theme));
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", t.breadcrumb)
        .with(el("ol").class("breadcrumb__list").with(start).with(themes).with(here))
}

/// The theme's first indicator that the country and the municipalities have and that can be compared between places of
/// different size; else the first that the municipalities have.
fn main_indicator<'a>(
    own: impl Iterator<Item = &'a IndicatorContent> + Clone,
) -> Option<&'a IndicatorContent> {
    let has = |of: &IndicatorContent, level| of.figures.table(level).is_some();
    let mut comparable =
        own.filter(|of| !matches!(of.indicator.measure, Measure::Count) && has(of, Level::Municipality));
    let national = comparable.clone().find(|of| has(of, Level::Nation));
    national.or_else(|| comparable.next())
}

fn figure(chosen: &IndicatorContent, shape: FigureShape, number: usize) -> Option<Element> {
    let drawn = match shape {
        FigureShape::Line => national_line(chosen, &format!("figure-{number}"))?,
        FigureShape::Strip => spread_strip(chosen, "h3")?.into(),
    };
    Some(el("div").class("theme__figure").with(drawn))
}

/// All indicators of the theme, each with what it measures and the country's newest value.
fn indicators<'a>(own: impl Iterator<Item = &'a IndicatorContent>, site: &Site) -> Markup {
    let t = theme_text(site.language);
    let cards: Vec<Element> = own.map(|of| card(of, t, site)).collect();
    match cards.is_empty() {
        true => el("p").class("theme__none").with(t.no_indicators).into(),
        false => el("ul").class("theme__indicators").with(cards).into(),
    }
}

fn card(of: &IndicatorContent, t: &ThemeText, site: &Site) -> Element {
    let indicator = &of.indicator;
    let language = site.language;
    let link = el("a")
        .attr("href", site.href(Page::Indicator(indicator.slug.clone())))
        .with(indicator.title.get(language).to_owned());
    let value = match newest_national(of) {
        Some((period, number)) => {
            let style = NumberStyle { decimals: indicator.decimals, language };
            el("p")
                .class("theme__value")
                .with(el("strong").with(with_unit(number, &indicator.unit, style)))
                .with(" ")
                .with(el("span").with((t.nation)(&period_text(period, language))))
                .with(sparkline(of).map(|svg| el("span").class("theme__line").html(svg)))
        }
        None => el("p").class("theme__value").with(el("span").with((t.only_on)(&levels(indicator, site)))),
    };
    el("li")
        .class("theme__indicator")
        .with(el("h3").with(link))
        .with(el("p").with(indicator.plain.get(language).to_owned()))
        .with(value)
}

fn newest_national(of: &IndicatorContent) -> Option<(Period, f64)> {
    let (periods, values) = of.figures.series(&AreaCode::nation())?;
    let pairs = periods.iter().copied().zip(values);
    pairs.rev().find_map(|(period, value)| Some((period, value.number()?)))
}

/// The shape of the country's series; its newest number stands beside it.
fn sparkline(of: &IndicatorContent) -> Option<String> {
    let (periods, values) = of.figures.series(&AreaCode::nation())?;
    let spec = SparklineSpec {
        size: Size { width: 96.0, height: 28.0 },
        periods: periods.to_vec(),
        breaks: of.indicator.breaks.clone(),
        values: values.to_vec(),
        token: Token::MUTED,
    };
    (periods.len() > 1).then(|| spec.svg(Naming::Hidden, Styling::Page))
}

/// The levels that an indicator has figures for, each once: "län, kommuner".
fn levels(indicator: &Indicator, site: &Site) -> String {
    let mut levels: Vec<Level> = indicator.tables.iter().map(|table| table.level).collect();
    levels.dedup();
    levels.into_iter().map(|level| (site.text().level_areas)(level)).collect::<Vec<_>>().join(", ")
}

/// Measures and reforms: when, where, what.
fn events<'a>(own: impl Iterator<Item = &'a Event>, site: &Site) -> Markup {
    let t = theme_text(site.language);
    let entry = |event: &Event| {
        let language = site.language;
        el("li")
            .with(el("strong").with(event.title.get(language).to_owned()))
            .with(" ")
            .with(el("span").class("theme__when").with(when(event.from, event.until, language)))
            .with(", ")
            .with(place_link(&event.area, site))
            .with(el("br"))
            .with(event.text.get(language).to_owned())
    };
    let entries: Vec<Element> = own.map(entry).collect();
    match entries.is_empty() {
        true => el("p").class("theme__none").with(t.no_events).into(),
        false => vec![el("h3").with(t.events), el("ul").class("theme__events").with(entries)].into(),
    }
}

/// Examples: where and when, what was done, how it was followed up and how much that says.
fn examples<'a>(own: impl Iterator<Item = &'a Example>, site: &Site) -> Markup {
    let t = theme_text(site.language);
    let entries: Vec<Element> = own.map(example_entry).collect();
    let heading = el("h3").id("examples").with(t.examples);
    match entries.is_empty() {
        true => vec![heading, el("p").class("theme__none").with(t.no_examples)].into(),
        false => {
            vec![heading, el("p").with(t.examples_lede), el("ul").class("theme__examples").with(entries)]
                .into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_written_in_both_languages_with_the_same_living_parts_in_five_steps() {
        for theme in Theme::ALL {
            let [swedish, english] =
                [Language::Sv, Language::En].map(|language| ThemePage::read(theme, language).unwrap());
            let living = |page: &ThemePage| -> Vec<Shortcode> {
                let shortcode = |piece: &Piece| match piece {
                    Piece::Shortcode(shortcode) => Some(shortcode.clone()),
                    Piece::Text(_) => None,
                };
                page.pieces.iter().filter_map(shortcode).collect()
            };
            assert_eq!(living(&swedish), living(&english), "{}", theme.id());
            for needed in [Shortcode::Indicators, Shortcode::Events, Shortcode::Examples] {
                assert_eq!(
                    living(&swedish).iter().filter(|one| **one == needed).count(),
                    1,
                    "{}",
                    theme.id()
                );
            }
            for page in [&swedish, &english] {
                assert!(!page.title.is_empty() && page.description.ends_with('.'), "{}", page.title);
            }
            for language in Language::ALL {
                let text = markdown(theme, language);
                assert_eq!(text.matches("\n## ").count(), 5, "{}", theme.id());
                // Three questions, each ending as one.
                let questions = text.lines().filter(|line| line.starts_with(['1', '2', '3']));
                assert_eq!(questions.filter(|line| line.ends_with('?')).count(), 3, "{}", theme.id());
            }
        }
    }
}
