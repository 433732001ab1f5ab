//! A small map for each period, all with the same classes. Pressing one shows that period.

use super::map_figure::base::MapBase;
use super::map_figure::{MapDrawing, inks};
use super::site::use_site;
use crate::i18n::period::period_text;
use crate::map::canvas::draw_still;
use crate::map::picture::{Picture, device};
use crate::markup::{Act, Element, Live, Markup, Memo, el, follow, live};
use crate::model::Period;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

/// A picture, with the borders that it was made of.
type Made = (Arc<MapBase>, Picture);

/// What the small maps show.
pub struct MultiplesContent {
    /// Borders and names.
    pub base: Live<Arc<MapBase>>,
    /// A drawing for each period.
    pub drawings: Live<Arc<Vec<(Period, MapDrawing)>>>,
    /// The period that is looked at.
    pub period: Live<Option<Period>>,
    /// Chooses a period.
    pub choose: Act<Period>,
}

/// Sides of a small map, CSS pixels: the country is more than twice as high as it is wide.
const SIZE: (f64, f64) = (116.0, 232.0);

/// The small maps.
pub fn map_multiples(content: MultiplesContent) -> Markup {
    let MultiplesContent { base, drawings, period, choose } = content;
    let periods = {
        let drawings = drawings.clone();
        Memo::new(move |_| drawings.get().iter().map(|(period, _)| *period).collect::<Vec<Period>>())
    };
    // All have the same picture; only colours differ.
    let picture: Rc<RefCell<Option<Made>>> = Rc::default();
    let small = move |own: Period| {
        let (base, drawings, picture) = (base.clone(), drawings.clone(), Rc::clone(&picture));
        let (period, choose) = (period.clone(), choose.clone());
        let language = use_site().language;
        let mounted = move |canvas: web_sys::HtmlElement| {
            let Ok(canvas) = canvas.dyn_into::<HtmlCanvasElement>() else { return };
            follow(move || {
                let (base, drawings) = (base.get(), drawings.get());
                let Some((_, drawing)) = drawings.iter().find(|(period, _)| *period == own) else { return };
                let Some(inks) = inks(&base, drawing) else { return };
                let mut kept = picture.borrow_mut();
                if !kept.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, &base)) {
                    *kept = Some((base.clone(), still(&base)));
                }
                if let Some((_, picture)) = &*kept {
                    let _ = draw_still(&canvas, picture, &inks, &drawing.lines);
                }
            });
        };
        el("li").with(
            el("button")
                .attr("type", "button")
                .class("multiples__map")
                .live_attr("aria-pressed", move || (period.get() == Some(own)).to_string())
                .when("click", move || choose.run(own))
                .with(el("canvas").attr("aria-hidden", "true").on_mount(mounted))
                .with(el("span").with(period_text(own, language))),
        )
    };
    el("ul")
        .class("multiples")
        .with(live(move || periods.get().into_iter().map(&small).collect::<Vec<Element>>()))
        .into()
}

fn still(base: &MapBase) -> Picture {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    let mut picture = Picture::default();
    let (width, height) = SIZE;
    let view = base.scene.whole(width, height);
    picture.begin([device(width, ratio), device(height, ratio)], ratio, view, &[]);
    picture.advance(&base.scene, u32::MAX);
    picture
}
