//! How apart groups live inside a place: each index with its first and last value and the shape between them.

use super::division_figure::counted;
use super::embed_choice::{EmbedWords, Embeddable};
use super::figure_frame::{Caption, figure_frame, source_words};
use super::site::{Site, use_site};
use crate::charts::sparkline::SparklineSpec;
use crate::charts::svg::{Naming, Styling};
use crate::charts::{Size, Token};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::period_text;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Live, Markup, el, several};
use crate::model::{Period, Profile, ProfileIndex};
use crate::route::{EmbedView, View};
use crate::sentences::within_between::groups_of;
use std::sync::Arc;

/// The table with the way to put it in another page, or nothing where no index is published.
pub fn separation_table(profile: &Profile) -> Option<Markup> {
    let site = use_site();
    let t = place_text(site.language);
    let table = table(profile)?;
    let embed = site.beside.map(|beside| {
        let areas = vec![profile.area.clone()];
        let of = Embeddable { shown: EmbedView::Separation, view: View { areas, ..View::default() } };
        let title = (t.separation.separation_heading)(&profile.name);
        let words = EmbedWords {
            description: format!("{title} {}", t.separation.separation_lede),
            sentence: title.clone(),
            source: counted(&site).map_or_else(String::new, |own| source_words(&site, &own.source)),
            title,
        };
        (beside.table)(Live::fixed(of), Live::fixed(words))
    });
    Some(several([table, el("div").class("figure__offers").with(embed)]))
}

/// The same by itself, as a figure with caption and source.
pub fn framed_separation(profile: &Profile) -> Option<Markup> {
    let site = use_site();
    let t = place_text(site.language);
    let caption = Caption {
        title: (t.separation.separation_heading)(&profile.name),
        detail: String::new(),
        lede: t.separation.separation_lede.to_owned(),
    };
    let indicator = Live::fixed(Arc::new(counted(&site)?.clone()));
    Some(figure_frame("separation", Live::fixed(caption), indicator, table(profile)?.into()))
}

fn table(profile: &Profile) -> Option<Element> {
    let site = use_site();
    let t = place_text(site.language);
    let rows: Vec<Element> = profile.indices.iter().filter_map(|index| row(&site, index)).collect();
    let column = |text: &'static str| el("th").attr("scope", "col").with(text);
    let head = el("tr").with(t.separation.separation_columns.map(column).into_iter().collect::<Vec<_>>());
    let heading = (t.separation.separation_heading)(&profile.name);
    let table = el("table")
        .class("table table--separation")
        .with(el("caption").class("unseen").with(heading.clone()))
        .with(el("thead").with(head))
        .with(el("tbody").with(rows));
    (!profile.indices.is_empty()).then(|| {
        el("div")
            .class("table-box table-box--whole")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-label", heading)
            .with(table)
    })
}

fn row(site: &Site, index: &ProfileIndex) -> Option<Element> {
    let t = place_text(site.language);
    let (name, says) = (t.separation.index)(&index.index)?;
    let numbers: Vec<(Period, f64)> = index
        .periods
        .iter()
        .zip(&index.values.0)
        .filter_map(|(period, value)| Some((*period, value.number()?)))
        .collect();
    let (first, last) = (numbers.first()?, numbers.last()?);
    let style = NumberStyle { decimals: 3, language: site.language };
    let end = |(period, number): &(Period, f64)| {
        format!("{} ({})", number_text(*number, style), period_text(*period, site.language))
    };
    let line = SparklineSpec {
        size: Size { width: 120.0, height: 32.0 },
        periods: index.periods.clone(),
        breaks: Vec::new(),
        values: index.values.0.clone(),
        token: Token::Series(0),
    };
    let groups = groups_of(&index.table, &index.groups, &index.others, &site.catalogue, site.language);
    let areas = (site.text().level_areas)(index.level);
    Some(
        el("tr")
            .with(
                el("th")
                    .attr("scope", "row")
                    .with(groups)
                    .with(el("span").class("table__more").with((t.row.spread_inside)(areas))),
            )
            .with(el("td").with(name).with(el("span").class("table__more").with(says)))
            .with(
                el("td")
                    .class("separation__line")
                    .with(el("span").html(line.svg(Naming::Hidden, Styling::Page)))
                    .with(el("span").with(format!("{} → {}", end(first), end(last)))),
            ),
    )
}
