//! Examples: each once, in order, somewhere that the edition has.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::{Areas, read};
use crate::model::{Examples, paths};

/// Holds the list of examples, if there is one, against the areas of the edition.
pub(super) fn check(files: &Files, areas: &Areas, problems: &mut Problems) {
    let path = paths::EXAMPLES;
    if !files.contains_key(path) {
        return;
    }
    let examples = match read::<Examples>(files, path) {
        Ok(Examples { examples, .. }) => examples,
        Err(problem) => return problems.add(problem),
    };
    for pair in
        examples.windows(2).filter(|pair| (pair[0].theme, &pair[0].id) >= (pair[1].theme, &pair[1].id))
    {
        let [first, second] = [&pair[0].id, &pair[1].id];
        problems
            .add(format!("{path}: examples must ascend by theme and id, found “{first}” before “{second}”."));
    }
    for example in &examples {
        let (id, area) = (&example.id, &example.area);
        if !areas.values().any(|table| table.position(area).is_some()) {
            problems.add(format!("{path}: the example “{id}” is from {area}, which no level has."));
        }
    }
}
