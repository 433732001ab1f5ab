//! All municipalities, by county: a list of links that works without a program.

use super::site::use_site;
use crate::i18n::sorting::swedish_order;
use crate::model::AreaCode;
use leptos::prelude::*;

/// The section with all counties and their municipalities.
#[component]
pub fn MunicipalityList() -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let mut counties: Vec<(AreaCode, String)> =
        site.places.counties.codes.iter().cloned().zip(site.places.counties.names.iter().cloned()).collect();
    counties.sort_by(|a, b| swedish_order(&a.1, &b.1));
    let county = |(code, name): (AreaCode, String)| {
        let municipalities = in_county(&site.places.municipalities, &code);
        let count = municipalities.len();
        let links = municipalities
            .into_iter()
            .filter_map(|(code, name)| Some(view! { <li><a href=site.profile_href(&code)?>{name}</a></li> }))
            .collect_view();
        let own = site
            .profile_href(&code)
            .map(|href| view! { <li><a href=href><strong>{name.clone()}</strong></a></li> });
        view! {
            <details class="county" id=format!("county-{code}")>
                <summary class="county__name">
                    <span lang="sv">{name}</span>
                    <span class="county__count">{count}</span>
                </summary>
                <ul class="county__list" lang="sv">{own}{links}</ul>
            </details>
        }
    };
    let list = counties.into_iter().map(county).collect_view();
    view! {
        <section class="section" aria-labelledby="municipalities">
            <h2 id="municipalities">{t.all_municipalities}</h2>
            <p class="section__lede">{t.all_municipalities_lede}</p>
            <div class="municipalities">{list}</div>
        </section>
    }
    .into_any()
}

/// The municipalities of a county in alphabetical order.
pub fn in_county(table: &crate::model::AreaTable, county: &AreaCode) -> Vec<(AreaCode, String)> {
    let mut found: Vec<(AreaCode, String)> = table
        .codes
        .iter()
        .zip(&table.names)
        .filter(|(code, _)| code.parent().as_ref() == Some(county))
        .map(|(code, name)| (code.clone(), name.clone()))
        .collect();
    found.sort_by(|a, b| swedish_order(&a.1, &b.1));
    found
}
