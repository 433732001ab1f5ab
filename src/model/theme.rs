//! The six themes, after the policy fields of the agency's task.

use super::Malformed;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A policy field that indicators belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Boende.
    Housing,
    /// Utbildning.
    Education,
    /// Arbetsmarknad.
    Labour,
    /// Ekonomi: income and support.
    Economy,
    /// Demokrati.
    Democracy,
    /// Hälsa och trygghet.
    Health,
}

impl Theme {
    /// All themes in the order pages show them.
    pub const ALL: [Self; 6] =
        [Self::Housing, Self::Education, Self::Labour, Self::Economy, Self::Democracy, Self::Health];

    /// The theme's id in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Housing => "housing",
            Self::Education => "education",
            Self::Labour => "labour",
            Self::Economy => "economy",
            Self::Democracy => "democracy",
            Self::Health => "health",
        }
    }
}

impl FromStr for Theme {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::ALL.into_iter().find(|theme| theme.id() == text).ok_or_else(|| {
            Malformed::new("theme", text, "housing, education, labour, economy, democracy or health")
        })
    }
}
