//! The map of what is explored, with its caption and its legend.

use super::{Exploration, ExplorationContent};
use crate::components::figure_frame::{Caption, figure_caption};
use crate::components::loaded::Loaded;
use crate::components::map_figure::{MapContent, map_figure};
use crate::components::map_legend::map_legend;
use crate::components::notices::{problem, skeleton};
use crate::markup::{Act, Element, Live, Markup, Memo, el, live};
use crate::sentences;

/// The map with its caption and legend.
pub fn exploration_map(of: &Exploration) -> Element {
    let Exploration { site, content, state, choices, hovered, .. } = of;
    let (t, language, hovered) = (site.text(), site.language, *hovered);
    let (shown, drawing) = (state.shown, state.drawing);
    let ExplorationContent { base, close, retry, want, .. } = content.clone();
    let here = state.here;
    let is_here = Memo::new(move |_| here.get().is_some());
    let map_content = MapContent {
        base: Live::new(move || here.get().expect("the map is built when there are borders")),
        close,
        want,
        drawing: Live::new(move || drawing.get()),
        hovered,
        chosen: state.chosen.clone(),
        toggle: choices.toggle.clone(),
        words: state.area_words(site),
        spoken: state.spoken(site),
        levels: Live::new({
            let levels = state.levels;
            move || levels.get()
        }),
        choose_level: choices.level.clone(),
        is_wide: of.is_wide(),
        set_wide: {
            let change = choices.map.clone();
            Act::new(move |is_wide| change.run(Box::new(move |map| map.is_wide = is_wide)))
        },
        name: Live::new(move || (t.map_name)(&shown.get().map_title(language))),
        recolor_start: choices.recolor_start,
    };
    let map = live({
        let base = base.clone();
        let retry = retry.clone();
        move || {
            if is_here.get() {
                return map_figure(map_content.clone());
            }
            let (base, retry) = (base.clone(), retry.clone());
            live(move || match base.get() {
                Loaded::Failed(error) => problem(&error, retry.clone()),
                _ => skeleton("skeleton--map"),
            })
        }
    });
    let failure = live(move || match base.get() {
        Loaded::Failed(error) if is_here.get() => problem(&error, retry.clone()),
        _ => Markup::Nothing,
    });
    let legend = map_legend(
        Live::new(move || shown.get().legend()),
        Live::new(move || hovered.get().and_then(|code| shown.get().value_of(&code))),
        state.pointed_class,
        choices.classes.clone(),
    );
    let caption = Live::new(move || {
        let (title, detail) = shown.get().map_heading(language);
        Caption { title, detail, lede: shown.get().map_lede(language) }
    });
    el("figure")
        .class("figure")
        .attr("aria-labelledby", "map-title")
        .with(figure_caption("map-title".to_owned(), caption))
        .with(el("div").class("map-and-legend").with(map).with(legend))
        .with(failure)
        .with(el("p").class("figure__note").with(sentences::map::composition(language)))
}
