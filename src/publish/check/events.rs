//! Events: each once, in order, where and for which indicators the edition has something to show.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::{Areas, read};
use crate::model::{Catalogue, Events, paths};

/// Holds the list of events, if there is one, against the areas and indicators of the edition.
pub(super) fn check(files: &Files, catalogue: &Catalogue, areas: &Areas, problems: &mut Problems) {
    let path = paths::EVENTS;
    if !files.contains_key(path) {
        return;
    }
    let events = match read::<Events>(files, path) {
        Ok(Events { events, .. }) => events,
        Err(problem) => return problems.add(problem),
    };
    for pair in events.windows(2).filter(|pair| (pair[0].from, &pair[0].id) >= (pair[1].from, &pair[1].id)) {
        let [first, second] = [&pair[0].id, &pair[1].id];
        problems
            .add(format!("{path}: events must ascend by period and id, found “{first}” before “{second}”."));
    }
    for event in &events {
        let (id, area) = (&event.id, &event.area);
        if !areas.values().any(|table| table.position(area).is_some()) {
            problems.add(format!("{path}: the event “{id}” is for {area}, which no level has."));
        }
        if let Some(unknown) = event.indicators.iter().find(|slug| catalogue.indicator(slug).is_none()) {
            problems.add(format!("{path}: the event “{id}” names the unknown indicator “{unknown}”."));
        }
        if let Some(until) = event.until.filter(|until| *until < event.from) {
            problems.add(format!(
                "{path}: the event “{id}” ends in {until}, before it begins in {}.",
                event.from
            ));
        }
    }
}
