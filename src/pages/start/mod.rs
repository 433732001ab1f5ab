//! The start page: find a place, see the country in one map and one chart, and go on to any municipality.

mod state;

use crate::components::chosen_areas::ChosenAreas;
use crate::components::figures::Figures;
use crate::components::indicator_picker::IndicatorPicker;
use crate::components::level_picker::LevelPicker;
use crate::components::line_figure::LineFigure;
use crate::components::loaded::Loaded;
use crate::components::map_figure::MapFigure;
use crate::components::map_legend::MapLegend;
use crate::components::municipality_list::MunicipalityList;
use crate::components::notices::{Problem, Skeleton};
use crate::components::period_slider::PeriodSlider;
use crate::components::search::Search;
use crate::components::site::{Entry, Navigate, Site, use_site};
use crate::map::scene::Scene;
use crate::model::{AreaCode, Catalogue, Indicator, Measure};
use crate::route::View;
use crate::sentences;
use leptos::leptos_dom::helpers::location;
use leptos::prelude::*;
use state::StartState;
use std::sync::Arc;

/// The indicator that is shown when the address names none: the first that can be compared between areas of different
/// size, because a map of counts shows where people live and little else.
pub fn default_indicator(catalogue: &Catalogue) -> Option<&Indicator> {
    let comparable = catalogue.indicators.iter().find(|indicator| indicator.measure != Measure::Count);
    comparable.or_else(|| catalogue.indicators.first())
}

/// Where a taken search hit leads: to the area's page.
pub fn open_profile(site: &Site) -> Callback<AreaCode> {
    let site = site.clone();
    Callback::new(move |code: AreaCode| {
        if let Some(href) = site.profile_href(&code) {
            let scheme = site.color_scheme.get_untracked();
            let theme = scheme.map_or_else(String::new, |scheme| format!("?theme={}", scheme.id()));
            let _ = location().set_href(&format!("{href}{theme}"));
        }
    })
}

/// The page.
#[component]
pub fn StartPage(
    /// What the address asks for, as far as the edition has it.
    #[prop(into)]
    view: Signal<View>,
    /// The figures of the indicator in the view.
    #[prop(into)]
    figures: Signal<Loaded<Arc<Figures>>>,
    /// Borders.
    #[prop(into)]
    scene: Signal<Loaded<Arc<Scene>>>,
    /// Fetches again what failed.
    retry: Callback<()>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let state = StartState::new(&site, view, figures);
    let navigate = use_context::<Navigate>();
    let show = move |view: View, entry: Entry| {
        if let Some(navigate) = navigate {
            navigate.to(view, entry);
        }
    };
    let recolor_start = StoredValue::new(None::<f64>);
    let hovered = RwSignal::new(None::<AreaCode>);

    let choose_indicator = Callback::new(move |slug: String| {
        show(View { indicator: Some(slug), period: None, ..view.get_untracked() }, Entry::Push);
    });
    let choose_level = Callback::new(move |level| {
        hovered.set(None);
        show(View { level: Some(level), ..view.get_untracked() }, Entry::Push);
    });
    let choose_period = Callback::new(move |(period, start)| {
        recolor_start.set_value(Some(start));
        show(View { period: Some(period), ..view.get_untracked() }, Entry::Replace);
    });
    let toggle = Callback::new(move |code: AreaCode| {
        let mut view = view.get_untracked();
        match view.areas.iter().position(|area| *area == code) {
            Some(position) => {
                view.areas.remove(position);
            }
            None if view.areas.len() < crate::route::MOST_AREAS => view.areas.push(code),
            None => return state.is_full.set(true),
        }
        state.is_full.set(false);
        show(view, Entry::Push);
    });
    let chosen = Signal::derive(move || view.get().areas);

    let hero = view! {
        <div class="hero">
            <div class="hero__words">
                <h1 tabindex="-1">{t.start_heading}</h1>
                <p class="hero__lede">{t.start_lede}</p>
            </div>
            <div class="hero__search needs-program"><Search id="find" take=open_profile(&site)/></div>
        </div>
    }
    .into_any();
    let map = {
        let places = site.places.clone();
        move || {
            match scene.get() {
            Loaded::Loading => view! { <Skeleton class="skeleton--map"/> }.into_any(),
            Loaded::Failed(error) => view! { <Problem error=error retry=retry/> }.into_any(),
            Loaded::Ready(scene) => view! {
                <MapFigure scene=scene municipalities=places.municipalities.clone()
                    counties=places.counties.clone() drawing=state.drawing hovered=hovered chosen=chosen
                    toggle=toggle words=state.words name=Signal::derive(move || (t.map_name)(&state.map_title()))
                    recolor_start=recolor_start/>
            }
            .into_any(),
        }
        }
    };
    let map_figure = view! {
        <figure class="figure" aria-labelledby="map-title">
            <figcaption class="figure__caption">
                <h3 class="figure__title" id="map-title">
                    {move || state.map_heading().0} <span class="figure__detail">{move || state.map_heading().1}</span>
                </h3>
                <p class="figure__lede">{move || state.map_lede()}</p>
            </figcaption>
            <div class="map-and-legend">
                {map}
                <MapLegend indicator=state.indicator classification=state.classification
                    values=state.values nation=state.nation
                    hovered=Signal::derive(move || hovered.get().and_then(|code| state.value_of(&code)))/>
            </div>
            <p class="figure__note">{sentences::map::composition(site.language)}</p>
        </figure>
    }
    .into_any();
    let line_figure = view! {
        <LineFigure id="line" indicator=state.indicator period=state.period lines=state.lines hovered=hovered>
            <ChosenAreas areas=chosen remove=toggle/>
            <p class="figure__note" role="status">{move || state.is_full.get().then_some(t.chosen_full)}</p>
        </LineFigure>
    }
    .into_any();
    view! {
        {hero}
        <section class="panel" aria-labelledby="figures">
            <h2 class="unseen" id="figures">{t.start_figures}</h2>
            <div class="panel__head needs-program">
                <IndicatorPicker slug=state.slug choose=choose_indicator/>
                <LevelPicker levels=state.levels level=state.level choose=choose_level/>
                <p class="panel__question">{move || state.indicator.get().question.get(site.language).to_owned()}</p>
            </div>
            {move || figures.get().failure().cloned().map(|error| view! {
                <div class="panel__map"><Problem error=error retry=retry/></div>
            })}
            <div class="panel__time needs-program">
                <PeriodSlider periods=state.periods period=state.period choose=choose_period/>
            </div>
            <div class="panel__figures">
                <div class="panel__map needs-program">{map_figure}</div>
                <div class="panel__chart">{line_figure}</div>
            </div>
        </section>
        <MunicipalityList/>
    }
    .into_any()
}
