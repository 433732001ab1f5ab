//! What the reader can choose, each choice as another view in the address.

use super::shown::N_CLASSES;
use crate::components::map_tools::MapChange;
use crate::components::rest::Rest;
use crate::components::site::{Entry, Navigate};
use crate::markup::{Act, Live, RwSignal};
use crate::model::{AreaCode, Level, Period, Vintage};
use crate::route::{Against, ClassMethod, Classes, MOST_AREAS, Shape, View};
use leptos::prelude::{untrack, use_context};

/// What the reader can choose, each as another view in the address.
#[derive(Clone)]
pub(super) struct Choices {
    pub(super) indicator: Act<String>,
    pub(super) shape: Act<Shape>,
    pub(super) against: Act<String>,
    pub(super) level: Act<Level>,
    /// The level that the map's scale is for.
    pub(super) follow_level: Act<Level>,
    /// Areas of another year; none for the newest.
    pub(super) vintage: Act<Option<Vintage>>,
    pub(super) period: Act<(Period, f64)>,
    /// From when lines are shown, and what is behind them.
    pub(super) lines: Act<Change>,
    pub(super) toggle: Act<AreaCode>,
    pub(super) classes: Act<Classes>,
    /// How the map is drawn.
    pub(super) map: Act<MapChange>,
    /// When the input came that changed the period; taken by whoever measures.
    pub(super) recolor_start: RwSignal<Option<f64>>,
}

impl Choices {
    pub(super) fn new(view: &Live<View>, is_full: RwSignal<bool>, rest: Rest) -> Self {
        let navigate = use_context::<Navigate>();
        let (view, now) = (view.clone(), view.clone());
        let show = Act::new(move |(change, entry): (Change, Entry)| {
            let mut next = untrack(|| view.get());
            change(&mut next);
            if let Some(navigate) = &navigate {
                navigate.to(next, entry);
            }
        });
        let recolor_start = RwSignal::new(None);
        let (by_indicator, by_against, by_shape) = (show.clone(), show.clone(), show.clone());
        let (by_level, by_period, by_vintage) = (show.clone(), show.clone(), show.clone());
        let (by_area, by_classes, by_map, by_lines) = (show.clone(), show.clone(), show.clone(), show);
        Self {
            indicator: Act::new(move |slug: String| {
                by_indicator.run((
                    Box::new(move |view| {
                        view.indicator = Some(slug);
                        (view.period, view.since) = (None, None);
                        view.forget_limits();
                    }),
                    Entry::Push,
                ));
            }),
            against: Act::new(move |slug: String| {
                by_against.run((
                    Box::new(move |view| view.map.against = Some(Against::Indicator(slug))),
                    Entry::Push,
                ));
            }),
            shape: Act::new(move |shape: Shape| {
                let change: Change =
                    Box::new(move |view| view.shape = (shape != Shape::default()).then_some(shape));
                by_shape.run((change, Entry::Push));
            }),
            follow_level: {
                let show = by_level.clone();
                Act::new(move |level| {
                    show.run((Box::new(move |view| view.level = Some(level)), Entry::Replace));
                })
            },
            level: Act::new(move |level| {
                by_level.run((Box::new(move |view| view.level = Some(level)), Entry::Push));
            }),
            vintage: Act::new(move |vintage| {
                by_vintage.run((Box::new(move |view| view.vintage = vintage), Entry::Push));
            }),
            period: Act::new(move |(period, start)| {
                recolor_start.set(Some(start));
                rest.stir();
                by_period.run((Box::new(move |view| view.look_at(period)), Entry::Replace));
            }),
            lines: Act::new(move |change: Change| by_lines.run((change, Entry::Push))),
            toggle: Act::new(move |code: AreaCode| {
                let areas = untrack(|| now.get()).areas;
                let is_new = !areas.contains(&code);
                is_full.set(is_new && areas.len() >= MOST_AREAS);
                if !is_full.get_untracked() {
                    let change: Change = Box::new(move |view| match is_new {
                        true => view.areas.push(code),
                        false => view.areas.retain(|area| *area != code),
                    });
                    by_area.run((change, Entry::Push));
                }
            }),
            classes: Act::new(move |classes: Classes| {
                let change: Change = Box::new(move |view| {
                    view.method = (classes.method != ClassMethod::default()).then_some(classes.method);
                    view.classes = (classes.number != N_CLASSES).then_some(classes.number);
                    view.limits = classes.limits;
                });
                by_classes.run((change, Entry::Replace));
            }),
            map: Act::new(move |change: MapChange| {
                by_map.run((Box::new(move |view| change(&mut view.map)), Entry::Push));
            }),
            recolor_start,
        }
    }
}

/// What a choice changes in the view.
pub(super) type Change = Box<dyn FnOnce(&mut View)>;
