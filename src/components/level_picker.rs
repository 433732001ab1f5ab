//! Which level of areas the map shows: a row of radio buttons.

use super::site::use_site;
use crate::i18n::case::upper_first;
use crate::markup::{Act, Element, Live, Markup, el, live};
use crate::model::Level;

/// The choice of level. Levels without figures are left out by the caller.
pub fn level_picker(levels: Live<Vec<Level>>, level: Live<Level>, choose: Act<Level>) -> Markup {
    let t = use_site().text();
    let option = move |own: Level| {
        let (level, choose) = (level.clone(), choose.clone());
        // Small areas go by their short names, which are the same in all languages.
        let word = match own {
            Level::Regso => "RegSO".to_owned(),
            Level::Deso => "DeSO".to_owned(),
            _ => upper_first((t.level_plural)(own)),
        };
        el("label")
            .class("segment")
            .with(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "level")
                    .class("segment__input")
                    .property("checked", move || level.get() == own)
                    .when("change", move || choose.run(own)),
            )
            .with(el("span").class("segment__word").with(word))
    };
    el("fieldset")
        .class("field")
        .with(el("legend").class("field__label").with(t.level))
        .with(
            el("div")
                .class("segments")
                .with(live(move || levels.get().into_iter().map(&option).collect::<Vec<Element>>())),
        )
        .into()
}
