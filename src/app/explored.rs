//! What a view needs of the edition: the figures that it shows, and the borders that they are drawn on.

use super::load::{Asked, Basics, Loader};
use super::remote::Remote;
use crate::components::exploration::ExplorationContent;
use crate::components::exploration::defaults::{against, default_indicator, shown_level};
use crate::components::figures::Figures;
use crate::components::loaded::Loaded;
use crate::components::map_figure::Wanted;
use crate::markup::{Act, Live, Memo, RwSignal};
use crate::model::paths::Detail;
use crate::model::{Catalogue, Level, Vintage};
use crate::route::{MapForm, Repair, Shape, View};
use std::sync::Arc;

/// A view with its figures, on their way or here.
pub(super) struct Explored {
    /// What the address asks for as far as the edition has it, and what it has not.
    pub(super) fitted: Memo<Arc<(View, Vec<Repair>)>>,
    pub(super) figures: Remote<Figures>,
    against: Remote<Option<Arc<Figures>>>,
    pub(super) asked: Memo<Asked>,
}

impl Explored {
    /// Asks for the figures of a view. `levels` says which tables it shows, largest areas first, from the view and the
    /// level whose values are in it.
    pub(super) fn new(
        loader: &Loader,
        basics: &Arc<Basics>,
        view: Live<View>,
        levels: fn(&View, Level) -> Vec<Level>,
    ) -> Self {
        let fitted = {
            let basics = basics.clone();
            Memo::new(move |_| {
                let (view, mut repairs) = view.get().with_known_areas(|code| basics.places.contains(code));
                let default = default_indicator(&basics.catalogue).map_or("", |indicator| &indicator.slug);
                let (view, more) = view.fitted(&basics.catalogue, default);
                repairs.extend(more);
                Arc::new((view, repairs))
            })
        };
        let asked = {
            let catalogue = basics.catalogue.clone();
            Memo::new(move |_| asked(&catalogue, &fitted.get().0, levels))
        };
        let figures = loader.figures(basics, asked);
        let against = loader.figures_if(basics, {
            let catalogue = basics.catalogue.clone();
            Memo::new(move |_| asked_against(&catalogue, &fitted.get().0, &asked.get()))
        });
        Self { fitted, figures, against, asked }
    }

    /// What shows it without a map.
    pub(super) fn without_borders(self) -> ExplorationContent {
        let Self { fitted, figures, against, .. } = self;
        ExplorationContent {
            view: Live::new(move || fitted.get().0.clone()),
            figures: figures.state,
            against: against.state,
            base: Live::fixed(Loaded::Loading),
            close: Live::fixed(None),
            want: Act::new(|_| ()),
            retry: Act::new(move |()| {
                figures.retry.run(());
                against.retry.run(());
            }),
        }
    }

    /// What shows it in any shape.
    pub(super) fn with_borders(self, loader: &Loader, basics: &Arc<Basics>) -> ExplorationContent {
        let (fitted, asked) = (self.fitted, self.asked);
        // What the whole country with its insets asks for on most screens.
        let detail = RwSignal::new(Detail::Medium);
        let close_up = RwSignal::new(Vec::new());
        let is_tiles = Memo::new(move |_| fitted.get().0.map.form == MapForm::Tiles);
        let base = loader.base(basics, asked, detail, is_tiles);
        let content = self.without_borders();
        let again = content.retry.clone();
        ExplorationContent {
            close: loader.close(basics, base.state.clone(), close_up),
            base: base.state,
            want: Act::new(move |wanted: Wanted| {
                detail.set(wanted.detail);
                // What is here already is enough for a part of it.
                let is_enough =
                    close_up.with_untracked(|here| wanted.close.iter().all(|code| here.contains(code)));
                if !is_enough {
                    close_up.set(wanted.close);
                }
            }),
            retry: Act::new(move |()| {
                again.run(());
                base.retry.run(());
            }),
            ..content
        }
    }
}

/// What a view needs from the edition. Counties are drawn on the borders of municipalities.
fn asked(catalogue: &Catalogue, view: &View, levels: fn(&View, Level) -> Vec<Level>) -> Asked {
    let own = view.indicator.as_deref().and_then(|slug| catalogue.indicator(slug));
    let indicator = own.or_else(|| default_indicator(catalogue));
    let shown = indicator.map_or(Level::Municipality, |indicator| shown_level(indicator, view));
    let level = shown.max(Level::Municipality);
    let own =
        indicator.and_then(|indicator| indicator.table_of(level, view.vintage)).map(|table| table.vintage);
    let vintage = own.or_else(|| catalogue.level(level).map(|entry| entry.vintage)).unwrap_or(Vintage(0));
    let slug = indicator.map(|indicator| indicator.slug.clone()).unwrap_or_default();
    Asked { slug, level, vintage, levels: levels(view, shown) }
}

/// What a view needs of a second indicator, if it shows one.
fn asked_against(catalogue: &Catalogue, view: &View, asked: &Asked) -> Option<Asked> {
    // A map has a second one beside it only when the address names it.
    let is_map = view.shape.unwrap_or_default() == Shape::Map && view.against_indicator().is_some();
    let own = catalogue.indicator(&asked.slug).filter(|_| is_map || view.shape == Some(Shape::Scatter))?;
    let level = shown_level(own, view);
    let slug = against(catalogue, own, view, level)?.slug.clone();
    Some(Asked { slug, ..asked.clone() })
}
