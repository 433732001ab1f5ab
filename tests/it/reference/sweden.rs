//! Three age groups in the RegSO of Stockholm and Göteborg, 2024, against PySAL 2.5.4 and R `segregation`.

use lagesbild::stats::segregation::{Comparison, Geometry, Variant};

use super::comparison::{Case, table, value};
use super::shared::{numbers, rows};

const GROUPS: [&str; 3] = ["a00_19", "a20_64", "a65_plus"];

pub(super) fn cases() -> Option<Vec<Case>> {
    let areas = rows("sweden_regso_age_2024/regso2025_age3_counts.csv")?;
    let mut cases = Vec::new();
    for municipality in ["0180", "1480"] {
        let here: Vec<_> = areas.iter().filter(|row| row["kommunkod"] == municipality).cloned().collect();
        let counts = table(&GROUPS.map(|group| numbers(&here, group)));
        let ours =
            |id: &str, comparison, variant| value(id, &counts, comparison, Geometry::default(), variant);
        for row in rows("sweden_regso_age_2024/expected_pysal_0180_1480.csv")? {
            if row["kommunkod"] != municipality {
                continue;
            }
            let name = format!("sweden {municipality} {} {}", row["pysal_class"], row["groups"]);
            let reference: f64 = row["value"].parse().expect("a number");
            let comparison =
                match GROUPS.iter().position(|group| row["groups"].split('|').next() == Some(*group)) {
                    Some(group) => Comparison::GroupWithRest(group),
                    None => Comparison::AllGroups,
                };
            let (id, variant) = match row["pysal_class"].split('.').next_back().expect("a class") {
                "Dissim" | "MultiDissim" => ("dissimilarity", Variant::Standard),
                "Gini" | "MultiGini" => ("gini", Variant::Standard),
                "Entropy" | "MultiInfoTheory" => ("information-theory", Variant::Standard),
                "Isolation" => ("isolation", Variant::Standard),
                "Interaction" => ("interaction", Variant::Standard),
                "Atkinson" => ("atkinson", Variant::Standard),
                "CorrelationR" => ("correlation-ratio", Variant::Standard),
                // It sums the profile over 1,000 thresholds; ours is the exact integral.
                "ConProf" => ("concentration-profile", Variant::Pysal25),
                "MinMax" => ("min-max", Variant::Standard),
                "MultiDivergence" => ("mutual-information", Variant::Standard),
                "MultiDiversity" => ("entropy", Variant::Standard),
                "MultiRelativeDiversity" => ("relative-diversity", Variant::Standard),
                "MultiNormExposure" => ("normalized-exposure", Variant::Standard),
                "SimpsonsConcentration" => ("simpson-concentration", Variant::Standard),
                "SimpsonsInteraction" => ("simpson-interaction", Variant::Standard),
                "MultiSquaredCoefVar" => ("squared-coefficient-of-variation", Variant::Standard),
                other => panic!("{other} has no counterpart here"),
            };
            cases.push(Case::closed(id, &name, ours(id, comparison, variant), reference));
            if id == "concentration-profile" {
                let exact = ours(id, comparison, Variant::Standard);
                cases.push(Case::within(id, format!("{name}, exact integral"), exact, reference, 2e-3));
            }
        }
        for row in rows("sweden_regso_age_2024/expected_elbers_0180_1480.csv")? {
            if row["kommunkod"] != municipality {
                continue;
            }
            let reference: f64 = row["value"].parse().expect("a number");
            let (id, comparison) = match row["stat"].as_str() {
                "M" => ("mutual-information", Comparison::AllGroups),
                "H" => ("information-theory", Comparison::AllGroups),
                _ => ("dissimilarity", Comparison::GroupWithRest(2)),
            };
            let name = format!("sweden {municipality} R segregation {}", row["fun"]);
            cases.push(Case::closed(id, name, ours(id, comparison, Variant::Standard), reference));
        }
    }
    Some(cases)
}
