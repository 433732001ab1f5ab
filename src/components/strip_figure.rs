//! Where an area stands among all areas of its level: every area a dot, this one marked.

use crate::model::{Indicator, Profile, ProfileIndicator};
use leptos::prelude::*;
use std::sync::Arc;

/// The strip.
#[component]
pub fn StripFigure(profile: Arc<Profile>, indicator: Indicator, figures: ProfileIndicator) -> impl IntoView {
    let _ = (profile, indicator, figures);
}
