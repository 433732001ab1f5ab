//! The square code on the printed explorer: from paper to the page where what is shown can be checked. It is made when the
//! reader prints, because the address is another one after every choice.

use super::browser::{shared_address, watch_window};
use super::site::use_site;
use crate::i18n::text::paper::paper_text;
use crate::markup::{Markup, RwSignal, el, live};

/// The code with its words, in programs that can make it; nothing before the reader prints.
pub fn page_code() -> Markup {
    let site = use_site();
    let Some(code_of) = site.beside.and_then(|beside| beside.check_code).filter(|_| !site.is_static) else {
        return Markup::Nothing;
    };
    let printed = RwSignal::new(String::new());
    watch_window("beforeprint", move || printed.set(shared_address()));
    live(move || {
        let code = code_of(&printed.get(), &site.edition)?;
        let side = code.side();
        let square = el("svg")
            .class("page-code__square")
            .attr("viewBox", format!("0 0 {side} {side}"))
            .attr("aria-hidden", "true")
            .html(code.svg([0.0, 0.0]));
        let words = (paper_text(site.language).figure_code)(&site.edition);
        Some(el("aside").class("page-code").with(square).with(el("p").with(words)))
    })
}
