//! A figure about one place, from its profile.

use super::super::PublishError;
use super::unreadable;
use crate::components::chart_figure::{Drawn, Setting};
use crate::components::curve_figure::{Separation, curve};
use crate::components::pyramid_figure::{Ages, people_indicator, pyramid};
use crate::fetch::{Edition, Folder};
use crate::model::{AreaCode, Catalogue, Indicator, Level};
use crate::route::{EmbedView, View};

/// The pyramid or the curve of the first of a view's areas, or of the country.
pub(super) async fn place_figure<'a>(
    edition: &Edition<Folder>,
    catalogue: &'a Catalogue,
    figure: EmbedView,
    view: &View,
    setting: Setting,
) -> Result<(&'a Indicator, Drawn), PublishError> {
    let code = view.areas.first().cloned().unwrap_or_else(AreaCode::nation);
    let profile = edition.profile(&code).await.map_err(|error| unreadable(&error))?;
    let name = match code.level() {
        Level::Nation => setting.text().sweden.to_owned(),
        _ => profile.name.clone(),
    };
    let drawn = people_indicator(catalogue).and_then(|indicator| {
        let drawn = match figure {
            EmbedView::Pyramid => pyramid(indicator, &Ages::of(&profile, name, catalogue, setting)?, setting),
            EmbedView::Curve => {
                curve(indicator, &Separation::of(&profile, name, catalogue, setting)?, setting)
            }
            _ => return None,
        };
        Some((indicator, drawn))
    });
    let nothing = || format!("The edition has nothing to draw the {} of {code} from.", figure.id());
    drawn.ok_or_else(|| PublishError::bad(nothing()))
}
