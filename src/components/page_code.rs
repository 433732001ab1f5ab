//! The square code on printed pages whose address is another one after every choice: from paper to the page where what is
//! shown can be checked, or to the same page. It is made when the reader prints.

use super::browser::watch_window;
use super::site::use_site;
use crate::markup::{Markup, RwSignal, el, live};

/// Codes wider than this, pixels, need more room on paper to be read.
const WIDEST: f64 = 140.0;

/// The code with its words, in programs that can make it; nothing before the reader prints. `address` gives what it leads
/// to, `words` what is said beside it.
pub fn page_code(address: fn() -> String, words: fn(&str) -> String) -> Markup {
    let site = use_site();
    let Some(code_of) = site.beside.and_then(|beside| beside.check_code).filter(|_| !site.is_static) else {
        return Markup::Nothing;
    };
    let printed = RwSignal::new(String::new());
    watch_window("beforeprint", move || printed.set(address()));
    live(move || {
        let code = code_of(&printed.get(), &site.edition)?;
        let side = code.side();
        let square = el("svg")
            .class(if side > WIDEST {
                "page-code__square page-code__square--wide"
            } else {
                "page-code__square"
            })
            .attr("viewBox", format!("0 0 {side} {side}"))
            .attr("aria-hidden", "true")
            .html(code.svg([0.0, 0.0]));
        Some(el("aside").class("page-code").with(square).with(el("p").with(words(&site.edition))))
    })
}
