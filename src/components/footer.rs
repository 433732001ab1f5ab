//! The bottom of every page: what the figures are and are not, licence, edition.

use super::site::use_site;
use leptos::prelude::*;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let licence = site.catalogue.licence.clone();
    let publisher = site.catalogue.publisher.name.get(site.language).to_owned();
    view! {
        <footer class="footer">
            <div class="footer__inner">
                <div class="footer__words">
                    <p>{t.footer_about}</p>
                    <p>{t.footer_care}</p>
                    <p>{t.footer_privacy}</p>
                </div>
                <dl class="footer__facts">
                    <div><dt>{t.site}</dt><dd>{publisher}</dd></div>
                    <div><dt>{t.edition}</dt><dd><code>{site.edition.to_string()}</code></dd></div>
                    <div><dt>{t.licence}</dt><dd><a href=licence.url rel="license">{licence.name}</a></dd></div>
                    <div><dt>{t.source}</dt><dd>{t.boundaries_source}</dd></div>
                </dl>
            </div>
        </footer>
    }
    .into_any()
}
