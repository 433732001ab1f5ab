//! What has been done: measures here, each beside places that were alike, and reforms for all.

use crate::components::event_figure::{event_card, event_head};
use crate::components::site::use_site;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Markup, el, several};
use crate::model::{EventKind, Profile};
use std::sync::Arc;

/// The body of the step.
pub(super) fn change(profile: &Arc<Profile>) -> Markup {
    let t = place_text(use_site().language);
    let of_kind = |kind: EventKind| profile.events.iter().filter(move |event| event.event.kind == kind);
    let measures: Vec<Element> =
        of_kind(EventKind::Measure).map(|event| event_card(profile, event)).collect();
    let reforms: Vec<Element> = of_kind(EventKind::Reform)
        .map(|event| el("li").with(event_head(&event.event, "h4").class("event")))
        .collect();
    let none = measures
        .is_empty()
        .then(|| el("p").class("section__lede").with((t.change.events_none)(&profile.name)));
    let reforms = (!reforms.is_empty()).then(|| {
        el("section")
            .class("inside")
            .attr("aria-labelledby", "reforms")
            .with(el("h3").id("reforms").with(t.change.reforms_heading))
            .with(el("ul").class("reforms").with(reforms))
    });
    several([none.into(), Markup::from(measures), reforms.into()])
}
