//! The note beside numbers of areas where many students live: the areas are the model's.

use super::tiers::Tiers;
use crate::model::{AreaNote, Level, Localized};
use crate::publish::error::PublishError;
use serde::Deserialize;

const NOTE: &str = include_str!("students.toml");

/// How strong the trait is, on average over its smallest areas, where a RegSO counts as a student area.
const STRONG: f64 = 0.8;

#[derive(Deserialize)]
struct Listed {
    id: String,
    indicators: Vec<String>,
    text: Localized,
}

/// The note, with the RegSO where `student`, the trait of the smallest areas, is strong.
///
/// # Errors
/// When the text in the package cannot be read, which is a fault of the package.
pub(super) fn note(student: &[f64], tiers: &Tiers) -> Result<AreaNote, PublishError> {
    let Listed { id, indicators, text } = toml::from_str(NOTE)
        .map_err(|error| PublishError::bad(format!("publish/demo/students.toml: {}.", error.message())))?;
    let regso = tiers.of(Level::Regso);
    let mean = |members: &[usize]| {
        members.iter().map(|member| student[*member]).sum::<f64>() / members.len().max(1) as f64
    };
    let strong = regso.codes.iter().zip(&regso.members).filter(|(_, members)| mean(members) >= STRONG);
    Ok(AreaNote { id, indicators, areas: strong.map(|(code, _)| code.clone()).collect(), text })
}
