//! The page that checks a figure: compares the edition that a figure was made from with the newest one, over what the figure shows.

use super::load::Loader;
use super::remote::{Remote, remote};
use super::{App, document};
use crate::components::exploration::defaults::{default_indicator, shown_level};
use crate::error::LoadError;
use crate::fetch::{Edition, Http, join};
use crate::markup::{Live, Markup};
use crate::model::{AreaCode, Level, revisions};
use crate::pages::head::Head;
use crate::pages::verify::{Answer, VerifyContent, verify_page};
use crate::route::{Shape, View};
use std::sync::Arc;

/// The page, over what it fetches.
pub(super) fn verify(app: &App) -> Markup {
    let history = app.history;
    document::apply(&Head::verify(app.language()), history);
    let view = Live::new(move || history.route.get().view.clone());
    let answer = answer(&app.loader, view.clone());
    app.settled();
    verify_page(&VerifyContent { view, answer: answer.state, retry: answer.retry })
}

/// The answer for a view that names an edition; none for one that names none.
fn answer(loader: &Loader, view: Live<View>) -> Remote<Option<Answer>> {
    let loader = loader.clone();
    remote(move || {
        let (files, newest, view) = (loader.files(), loader.files(), view.get());
        async move {
            let Some(then) = view.edition.clone() else { return Ok(Arc::new(None)) };
            let now = Edition::open(newest).await?;
            compared(&Edition::pinned(files, then), &now, &view).await.map(|answer| Arc::new(Some(answer)))
        }
    })
}

async fn compared(then: &Edition<Http>, now: &Edition<Http>, view: &View) -> Result<Answer, LoadError> {
    let (old, new) = join(then.catalogue(), now.catalogue()).await;
    let (old, new) = (old?, new?);
    let own =
        view.indicator.as_deref().and_then(|slug| old.indicator(slug)).or_else(|| default_indicator(&old));
    let indicator = own.cloned().expect("a catalogue lists an indicator");
    let level = shown_level(&indicator, view);
    let (levels, areas, period): (Vec<Level>, Vec<AreaCode>, _) = match view.shape.unwrap_or_default() {
        // Lines show the country and the chosen areas over all periods, everything else a whole level in one.
        Shape::Line => {
            let areas: Vec<AreaCode> =
                std::iter::once(AreaCode::nation()).chain(view.areas.clone()).collect();
            let mut levels: Vec<Level> = areas.iter().map(AreaCode::level).collect();
            levels.sort_unstable();
            levels.dedup();
            (levels, areas, None)
        }
        _ => {
            let newest = indicator.table(level).and_then(|table| table.latest());
            (vec![level], Vec::new(), view.period.or(newest))
        }
    };
    let same = new.indicator(&indicator.slug);
    let mut found = Vec::new();
    for level in levels {
        let tables = indicator.table(level).zip(same.and_then(|same| same.table(level)));
        let Some((old, new)) = tables.filter(|_| then.id() != now.id()) else { continue };
        let before = then.history(&indicator.slug, level, old.vintage);
        let (before, after) = join(before, now.history(&indicator.slug, level, new.vintage)).await;
        found.extend(revisions(&*before?, &*after?, &areas, period));
    }
    Ok(Answer {
        then: then.id().to_owned(),
        now: now.id().to_owned(),
        is_published: same.is_some(),
        indicator,
        revisions: found,
    })
}
