//! The page for addresses that lead nowhere: it offers the places whose names are nearest.

use crate::components::search::Search;
use crate::components::site::use_site;
use crate::route::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn NotFoundPage(
    /// What the address named, as far as it can be made out.
    asked: String,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let nearest = nearest(&site.places, &asked);
    let links = nearest.into_iter().filter_map(|hit| {
        let href = site.profile_href(&hit.code)?;
        Some(view! { <li><a href=href lang="sv">{hit.name}</a></li> })
    });
    let links: Vec<_> = links.collect();
    view! {
        <div class="unknown">
            <h1 tabindex="-1">{t.not_found}</h1>
            <p>{t.not_found_lede}</p>
            {(!links.is_empty()).then(|| view! {
                <h2 class="unknown__heading">{t.did_you_mean}</h2>
                <ul>{links}</ul>
            })}
            <div class="needs-program"><Search id="find" take=super::start::open_profile(&site)/></div>
            <p><a href=site.href(Page::Start)>{t.to_start}</a></p>
        </div>
    }
    .into_any()
}

/// The names nearest to any word of the address: a code first, then words from the last one back.
fn nearest(places: &crate::components::places::Places, asked: &str) -> Vec<crate::components::places::Hit> {
    let words = asked.split(['/', ' ', '-', '?', '=']).filter(|word| word.chars().count() >= 3);
    let mut hits = Vec::new();
    for word in words.rev() {
        for hit in places.search(word, 3) {
            if !hits.contains(&hit) {
                hits.push(hit);
            }
        }
    }
    hits.truncate(5);
    hits
}
