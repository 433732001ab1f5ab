//! The map in a figure: two canvases, buttons beside every gesture, and a keyboard way through all areas.
//!
//! The component holds what only the map needs to know (its exact position, what is hovered); what matters to the
//! rest of the page (chosen areas, period) comes in and goes out.

mod keyboard;
mod stage;

use super::marks;
use super::site::use_site;
use crate::map::canvas::LineColors;
use crate::map::choropleth::Ink;
use crate::map::gesture::{Gesture, PointerKind, wheel_factor};
use crate::map::scene::Scene;
use crate::model::{AreaCode, AreaTable, Level};
use keyboard::Action;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use stage::{Stage, Subject};
use std::sync::Arc;

/// Words about one area for tooltip and announcement: its name, and its value with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaWords {
    /// Name.
    pub name: String,
    /// Value in words: `7,4 procent` or why there is none.
    pub value: String,
    /// Class, place beside the country.
    pub more: String,
}

/// What to draw.
#[derive(Clone)]
pub struct MapDrawing {
    /// The level whose values are shown.
    pub level: Level,
    /// One ink an area of that level.
    pub inks: Arc<Vec<Ink>>,
    /// Lines above them.
    pub lines: LineColors,
    /// The period, for the measure of a recolouring.
    pub period: String,
}

impl PartialEq for MapDrawing {
    fn eq(&self, other: &Self) -> bool {
        self.level == other.level
            && self.inks == other.inks
            && self.lines == other.lines
            && self.period == other.period
    }
}

/// The map.
#[component]
pub fn MapFigure(
    /// Borders of municipalities; counties are drawn from the same.
    scene: Arc<Scene>,
    /// Municipalities in the order of the scene.
    municipalities: Arc<AreaTable>,
    /// Counties in the order of the scene's parents.
    counties: Arc<AreaTable>,
    /// What to draw.
    #[prop(into)]
    drawing: Signal<Option<MapDrawing>>,
    /// The area under the pointer or the keyboard's mark; shared with legend and chart.
    hovered: RwSignal<Option<AreaCode>>,
    /// Chosen areas.
    #[prop(into)]
    chosen: Signal<Vec<AreaCode>>,
    /// Chooses an area, or lets go of it.
    toggle: Callback<AreaCode>,
    /// Words about an area.
    words: Callback<AreaCode, AreaWords>,
    /// Accessible name: what the map shows.
    #[prop(into)]
    name: Signal<String>,
    /// When the reader's last input that changes colours came, in the page's milliseconds.
    recolor_start: StoredValue<Option<f64>>,
) -> impl IntoView {
    let t = use_site().text();
    let fills = NodeRef::<html::Canvas>::new();
    let lines = NodeRef::<html::Canvas>::new();
    let frame = NodeRef::<html::Div>::new();
    let subject = Subject { scene, municipalities, counties };
    let stage = StoredValue::new_local(Stage::new(subject));
    let gesture = StoredValue::new(Gesture::default());
    let tooltip_at = RwSignal::new(None::<[f64; 2]>);
    let hint = RwSignal::new(false);
    let is_painted = StoredValue::new(false);

    // The canvases exist and have a size: paint, and again whenever the size changes.
    let size = RwSignal::new((0.0, 0.0));
    stage::observe_size(frame, size);
    Effect::new(move |_| {
        let (Some(fills), Some(lines)) = (fills.get(), lines.get()) else { return };
        let (width, height) = size.get();
        if width > 0.0 && height > 0.0 {
            stage.update_value(|stage| stage.attach(&fills, &lines, width, height));
            repaint(
                stage,
                drawing.get_untracked().as_ref(),
                &chosen.get_untracked(),
                hovered.get_untracked(),
            );
        }
    });
    // Only colours: the geometry stays.
    Effect::new(move |_| {
        let Some(drawing) = drawing.get() else { return };
        size.track();
        stage.update_value(|stage| stage.color(&drawing));
        if !stage.with_value(Stage::is_attached) {
            return;
        }
        if !is_painted.get_value() {
            is_painted.set_value(true);
            marks::mark_when_drawn("map:first-paint");
        }
        if let Some(start) = recolor_start.try_update_value(Option::take).flatten() {
            marks::measure_when_drawn("map:recolour", start, ("year", drawing.period));
        }
    });
    // Only lines.
    Effect::new(move |_| {
        let (chosen, hovered) = (chosen.get(), hovered.get());
        size.track();
        if let Some(drawing) = drawing.get() {
            stage.update_value(|stage| stage.stroke(&drawing, &chosen, hovered.as_ref()));
        }
    });

    let scrolled = window_event_listener(leptos::ev::scroll, move |_| stage.with_value(Stage::tell_view));
    on_cleanup(move || scrolled.remove());

    let move_to = move |change: &dyn Fn(&mut Stage)| {
        stage.update_value(|stage| change(stage));
        repaint(stage, drawing.get_untracked().as_ref(), &chosen.get_untracked(), hovered.get_untracked());
    };
    let level = move || drawing.with_untracked(|drawing| drawing.as_ref().map(|drawing| drawing.level));
    let point_at = move |event: &web_sys::PointerEvent| {
        let at = [f64::from(event.offset_x()), f64::from(event.offset_y())];
        let area = level().and_then(|level| stage.with_value(|stage| stage.area_at(at, level)));
        let detail = area.as_ref().map_or(wasm_bindgen::JsValue::NULL, |code| code.as_str().into());
        marks::mark("map:hover", &marks::object(&[("area", detail)]));
        tooltip_at.set(area.is_some().then_some(at));
        if hovered.get_untracked() != area {
            hovered.set(area);
        }
    };
    let on_move = move |event: web_sys::PointerEvent| {
        let at = [f64::from(event.offset_x()), f64::from(event.offset_y())];
        let kind = if event.pointer_type() == "touch" { PointerKind::Touch } else { PointerKind::Precise };
        let view = stage.with_value(|stage| stage.view);
        let moved =
            gesture.try_update_value(|gesture| gesture.drag(event.pointer_id(), at, kind, view)).flatten();
        match moved {
            Some(view) => {
                event.prevent_default();
                tooltip_at.set(None);
                move_to(&|stage| stage.show(view));
            }
            None => point_at(&event),
        }
    };
    let on_down = move |event: web_sys::PointerEvent| {
        let at = [f64::from(event.offset_x()), f64::from(event.offset_y())];
        gesture.update_value(|gesture| gesture.press(event.pointer_id(), at));
        if event.pointer_type() != "touch"
            && let Some(lines) = lines.get_untracked()
        {
            let _ = lines.set_pointer_capture(event.pointer_id());
        }
    };
    let on_up = move |event: web_sys::PointerEvent| {
        let is_click =
            gesture.try_update_value(|gesture| gesture.release(event.pointer_id())).unwrap_or(false);
        if is_click {
            point_at(&event);
            if let Some(code) = hovered.get_untracked() {
                toggle.run(code);
            }
        }
    };
    let on_leave = move |_| {
        tooltip_at.set(None);
        hovered.set(None);
    };
    let on_wheel = move |event: web_sys::WheelEvent| {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            hint.set(false);
            let about = [f64::from(event.offset_x()), f64::from(event.offset_y())];
            let factor = wheel_factor(event.delta_y());
            move_to(&|stage| stage.show(stage.view.zoomed(factor, about)));
        } else {
            hint.set(true);
            set_timeout(move || hint.set(false), std::time::Duration::from_millis(1600));
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some((action, level)) = Action::of_key(&event.key()).zip(level()) else { return };
        match action {
            Action::Go(direction) => {
                let next = stage
                    .with_value(|stage| stage.towards(hovered.get_untracked().as_ref(), direction, level));
                if let Some(next) = next {
                    tooltip_at.set(stage.with_value(|stage| stage.label_point(&next)));
                    hovered.set(Some(next));
                }
            }
            Action::Choose => match hovered.get_untracked() {
                Some(code) => toggle.run(code),
                None => return,
            },
            Action::Zoom(factor) => move_to(&|stage| stage.zoom_about_middle(factor)),
            Action::Whole => move_to(&Stage::show_whole),
            Action::Leave => {
                if hovered.get_untracked().is_none() {
                    return;
                }
                tooltip_at.set(None);
                hovered.set(None);
            }
        }
        event.prevent_default();
    };
    let zoom = move |factor: f64| move_to(&|stage| stage.zoom_about_middle(factor));
    let hovered_words = Memo::new(move |_| {
        drawing.track();
        hovered.get().map(|code| words.run(code))
    });
    let announced = move || {
        hovered_words
            .get()
            .map(|words| format!("{}: {}. {}", words.name, words.value, words.more))
            .unwrap_or_default()
    };

    view! {
        <div class="map" node_ref=frame>
            <div class="map__stage" tabindex="0" role="application" aria-roledescription=t.map_role
                aria-label=move || name.get() aria-describedby="map-help" on:keydown=on_key>
                <canvas node_ref=fills class="map__canvas" aria-hidden="true"></canvas>
                <canvas node_ref=lines class="map__canvas map__canvas--lines" aria-hidden="true"
                    on:pointermove=on_move on:pointerdown=on_down on:pointerup=on_up on:pointerleave=on_leave
                    on:pointercancel=move |event| gesture.update_value(|gesture| gesture.cancel(event.pointer_id()))
                    on:wheel=on_wheel></canvas>
            </div>
            <p class="unseen" id="map-help">{t.map_help}</p>
            <p class="unseen" role="status">{announced}</p>
            {move || tooltip_at.get().zip(hovered_words.get()).map(|(at, words)| {
                let (width, height) = size.get_untracked();
                view! {
                    <div class="tooltip" aria-hidden="true"
                        class:tooltip--left={at[0] > width * 0.5} class:tooltip--up={at[1] > height * 0.75}
                        style:left=format!("{:.0}px", at[0]) style:top=format!("{:.0}px", at[1])>
                        <strong lang="sv">{words.name}</strong>
                        <span class="tooltip__value">{words.value}</span>
                        <span class="tooltip__more">{words.more}</span>
                    </div>
                }
            })}
            <p class="map__hint" class:map__hint--shown=move || hint.get() aria-hidden="true">{t.wheel_hint}</p>
            <div class="map__buttons">
                <ZoomButton label=t.zoom_in icon="M10 4v12M4 10h12" press=Callback::new(move |()| zoom(1.8))/>
                <ZoomButton label=t.zoom_out icon="M4 10h12" press=Callback::new(move |()| zoom(1.0 / 1.8))/>
                <ZoomButton label=t.zoom_all icon="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4"
                    press=Callback::new(move |()| move_to(&Stage::show_whole))/>
            </div>
        </div>
    }
    .into_any()
}

/// One of the buttons on the map.
#[component]
fn ZoomButton(label: &'static str, icon: &'static str, press: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="map__button" aria-label=label title=label on:click=move |_| press.run(())>
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d=icon/></svg>
        </button>
    }
    .into_any()
}

/// Everything anew: after the view or the size changed.
fn repaint(
    stage: StoredValue<Stage, LocalStorage>,
    drawing: Option<&MapDrawing>,
    chosen: &[AreaCode],
    hovered: Option<AreaCode>,
) {
    stage.update_value(|stage| {
        stage.place();
        if let Some(drawing) = drawing {
            stage.color(drawing);
            stage.stroke(drawing, chosen, hovered.as_ref());
        }
    });
}
