//! Methods against figures published or computed elsewhere, on real input.
//!
//! The input is in a folder beside the project, which is not part of it; where it is absent, a line says so.

use std::collections::HashMap;
use std::path::PathBuf;

use lagesbild::stats::area_types::{AreaType, AreaTypeLimits, socioeconomic_index};
use lagesbild::stats::classification::{Classification, Method};
use lagesbild::stats::normal::{two_sided, upper_tail};
use lagesbild::stats::spatial::{
    LocalPermutation, MoranPermutation, Quadrant, Standard, Weights, geary, getis_ord, local_geary,
    local_moran, moran, permutation_p, standardised_rates,
};
use lagesbild::stats::within_between::within_between;

/// One row of a CSV file by column name.
type Row = HashMap<String, String>;

fn rows(path: &str) -> Option<Vec<Row>> {
    let folder = std::env::var_os("LAGESBILD_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let file = folder.join(path);
    if !file.exists() {
        println!("skipped: {} is not there", file.display());
        return None;
    }
    let mut reader = csv::Reader::from_path(&file).expect("the file can be read");
    Some(reader.deserialize().map(|row| row.expect("the row has every column")).collect())
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?} should be a number"))
}

fn column(rows: &[Row], name: &str) -> Vec<f64> {
    rows.iter().map(|row| number(row, name)).collect()
}

fn assert_near(what: &str, found: f64, expected: f64) {
    let difference = (found - expected).abs() / expected.abs().max(1e-300);
    assert!(difference <= 1e-9, "{what}: {found} should be {expected}");
}

/// Links given by row number; self-links of the reference do not occur.
fn weights_from(rows: &[Row], n_areas: usize, first: usize, standard: Standard) -> Weights {
    let idx = |row: &Row, column: &str| row[column].parse::<usize>().expect("a number") - first;
    let links: Vec<(usize, usize)> = rows.iter().map(|row| (idx(row, "from"), idx(row, "to"))).collect();
    Weights::new(n_areas, links, standard).expect("the links are sound")
}

#[test]
fn homicide_in_st_louis_clusters_as_esda_finds() {
    let Some(counties) = rows("reference/moran_stl/stl_homicide_counties.csv") else { return };
    let Some(links) = rows("reference/moran_stl/adjacency_queen.csv") else { return };
    let rates = column(&counties, "HR8893");
    let weights = weights_from(&links, counties.len(), 1, Standard::Rows);
    let found = moran(&rates, &weights).unwrap();
    assert_near("I", found.statistic, 0.243_655_826_217_716_6);
    assert_near("expected I", found.expected, -1.0 / 77.0);
    assert_near("variance, normal", found.variance_normal, 0.004_968_139_260_116_119);
    assert_near("variance, shuffled", found.variance_random, 0.002_976_102_828_610_931);
    assert_near("z, normal", found.z_normal(), 3.641_097_183_545_746);
    assert_near("z, shuffled", found.z_random(), 4.704_410_220_874_632);
    // The reference gives the p-value of one side.
    assert_near("p", upper_tail(found.z_normal()), 0.000_135_739_313_854_688_07);
    assert_near("p of two sides", two_sided(found.z_normal()), 2.0 * 0.000_135_739_313_854_688_07);
    let binary = moran(&rates, &weights_from(&links, counties.len(), 1, Standard::Binary)).unwrap();
    assert_near("I, binary", binary.statistic, 0.203_441_192_879_365_2);
    // esda 2.9.0, G_Local with star.
    let hot = getis_ord(&rates, &weights).unwrap();
    assert_near("G* of the first", hot[0].unwrap(), -0.008_008_283_811_428_039);
    assert_near("G* of the fifth", hot[4].unwrap(), -0.747_440_151_785_409);
    let first_local_geary = local_geary(&rates, &weights).unwrap()[0].unwrap();
    // esda's own test states 0.696703432, cut off rather than rounded; this is esda 2.9.0 in full.
    assert_near("local Geary of the first", first_local_geary, 0.696_703_432_891_853_1);
    for (county, local) in counties.iter().zip(local_moran(&rates, &weights).unwrap()) {
        let local = local.expect("every county has a neighbour");
        let quadrant = match local.quadrant {
            Quadrant::HighHigh => "1",
            Quadrant::LowHigh => "2",
            Quadrant::LowLow => "3",
            Quadrant::HighLow => "4",
        };
        assert_near(&county["FIPSNO"], local.statistic, number(county, "local_I_HR8893"));
        assert_eq!(quadrant, county["quadrant"], "quadrant of {}", county["FIPSNO"]);
    }
}

#[test]
fn crime_in_columbus_clusters_as_esda_finds() {
    let Some(areas) = rows("reference/moran_columbus/columbus.csv") else { return };
    let Some(links) = rows("reference/moran_columbus/adjacency_rook_zero_based.csv") else { return };
    let crime = column(&areas, "CRIME");
    let weights = weights_from(&links, areas.len(), 0, Standard::Rows);
    let found = geary(&crime, &weights).unwrap();
    assert_near("C", found.statistic, 0.515_440_805_865_241_1);
    assert_near("variance, normal", found.variance_normal, 0.011_403_109_626_468_939);
    assert_near("variance, shuffled", found.variance_random, 0.010_848_882_767_131_886);
    assert_near("z, normal", found.z_normal(), -4.537_693_820_160_8);
    assert_near("z, shuffled", found.z_random(), -4.652_156_651_668_989);
    assert_near("I", moran(&crime, &weights).unwrap().statistic, 0.523_670_212_750_253_2);
}

#[test]
fn the_old_of_goteborg_live_near_one_another_as_esda_finds() {
    let Some(values) = rows("reference/moran_sweden_goteborg/values.csv") else { return };
    let Some(links) = rows("reference/moran_sweden_goteborg/adjacency.csv") else { return };
    let Some(expected) = rows("reference/moran_sweden_goteborg/expected.csv") else { return };
    let shares = column(&values, "andel_65plus");
    let place = |code: &str| values.iter().position(|row| row["regsokod"] == code).expect("a known area");
    for contiguity in ["queen", "rook"] {
        let pairs: Vec<(usize, usize)> = links
            .iter()
            .filter(|row| row["contiguity"] == contiguity)
            .map(|row| (place(&row["a"]), place(&row["b"])))
            .collect();
        let weights = Weights::new(values.len(), pairs, Standard::Rows).unwrap();
        let (found, c) = (moran(&shares, &weights).unwrap(), geary(&shares, &weights).unwrap());
        let local = local_moran(&shares, &weights).unwrap();
        let mut n_checked = 0;
        for row in expected.iter().filter(|row| row["contiguity"] == contiguity) {
            let ours = match row["stat"].as_str() {
                "n" => values.len() as f64,
                "undirected_links" => weights.n_links() as f64,
                "islands" => {
                    assert!(local.iter().all(Option::is_some));
                    continue;
                }
                "Moran I" => found.statistic,
                "EI" => found.expected,
                "VI_norm" => found.variance_normal,
                "VI_rand" => found.variance_random,
                "z_norm" => found.z_normal(),
                "z_rand" => found.z_random(),
                "Geary C" => c.statistic,
                other => {
                    let code = other.strip_prefix("Local Moran I ").expect("a known statistic");
                    local[place(code)].expect("a neighbour").statistic
                }
            };
            assert_near(&format!("{} by {contiguity}", row["stat"]), ours, number(row, "value"));
            n_checked += 1;
        }
        assert_eq!(n_checked, 13);
        // Shuffling agrees with theory: so strong a pattern is never reached in 999 shuffles.
        let shuffles = MoranPermutation::new(&shares, &weights, 1).unwrap();
        let reached = shuffles.statistics(0..999).filter(|&i| i >= found.statistic).count() as u64;
        assert_eq!(permutation_p(reached, 999), 0.002);
        let mut round_each = LocalPermutation::new(&shares, &weights, 1).unwrap();
        round_each.advance(9_999);
        let p_values = round_each.p_values();
        let strongest = local.iter().flatten().map(|l| l.statistic).fold(f64::MIN, f64::max);
        let strongest = local.iter().position(|l| l.is_some_and(|l| l.statistic == strongest)).expect("one");
        assert!(p_values[strongest].expect("a neighbour") < 0.01);
    }
}

#[test]
fn rates_are_standardised_as_esda_does() {
    let Some(rows) = rows("reference/sweden_regso_age_2024/regso2025_age3_counts.csv") else { return };
    let Some(links) = self::rows("reference/moran_sweden_goteborg/adjacency.csv") else { return };
    let rows: Vec<Row> = rows.into_iter().filter(|row| row["kommunkod"] == "1480").collect();
    let place = |code: &str| rows.iter().position(|row| row["regsokod"] == code).expect("a known area");
    let pairs = links.iter().filter(|row| row["contiguity"] == "queen");
    let pairs: Vec<(usize, usize)> = pairs.map(|row| (place(&row["a"]), place(&row["b"]))).collect();
    let weights = Weights::new(rows.len(), pairs, Standard::Rows).unwrap();
    let rates = standardised_rates(&column(&rows, "a65_plus"), &column(&rows, "total")).unwrap();
    // esda 2.9.0, smoothing.assuncao_rate and Moran_Rate.
    assert_near("first rate", rates[0], 0.361_931_247_867_472_9);
    assert_near("second rate", rates[1], 1.470_682_071_264_161);
    assert_near("third rate", rates[2], 0.003_226_255_840_472_951);
    assert_near("I of the rates", moran(&rates, &weights).unwrap().statistic, 0.319_708_940_915_571_5);
}

#[test]
fn the_area_types_of_karlstad_follow_the_rule() {
    let Some(rows) = rows("statistics/karlstad_regso_socioekonomiskt_index_2011_2024.csv") else { return };
    let mut areas: HashMap<String, HashMap<String, f64>> = HashMap::new();
    for row in rows.iter().filter(|row| row["ar"] == "2024" && !row["varde"].is_empty()) {
        areas
            .entry(row["regsokod"].clone())
            .or_default()
            .insert(row["indikator"].clone(), number(row, "varde"));
    }
    assert_eq!(areas.len(), 31);
    let mut indices_by_type: [Vec<f64>; 6] = Default::default();
    for (code, area) in &areas {
        let parts =
            ["andel_lag_ek_standard", "andel_forgymnasial", "andel_bistand_arbetsloshet"].map(|p| area[p]);
        // Parts are published with one decimal each, and so is the index: 0.05 from each side.
        let index = socioeconomic_index(parts);
        assert!((index - area["index"]).abs() < 0.1, "{code}: {index} should be {}", area["index"]);
        let number = (1..=5).find(|&n| f64::from(n) == area["omradestyp"]).expect("a type from 1 to 5");
        indices_by_type[usize::from(AreaType::from_number(number).expect("a type").number())].push(index);
    }
    // μ and σ are national and not in this file. The rule holds if there are a μ and a σ that give every one of the
    // 31 published types; the two lie between the areas next to each limit, within rounding.
    let candidates =
        (500..2000).flat_map(|mu| (100..1500).map(move |sigma| (f64::from(mu), f64::from(sigma))));
    let fitting: Vec<AreaTypeLimits> = candidates
        .filter_map(|(mu, sigma)| AreaTypeLimits::from_mean_and_deviation(mu / 100.0, sigma / 100.0))
        .filter(|limits| {
            (1..=5)
                .all(|n| indices_by_type[n].iter().all(|&i| usize::from(limits.area_type(i).number()) == n))
        })
        .collect();
    assert!(!fitting.is_empty(), "no mean and deviation give the published types");
    // And it is a rule that could have failed: they pin each limit down to a few points.
    for limit in 0..4 {
        let found = || fitting.iter().map(|limits| limits.limits()[limit]);
        let (low, high) = (found().fold(f64::MAX, f64::min), found().fold(f64::MIN, f64::max));
        assert!(high - low < 8.0, "limit {limit} may lie anywhere in {low}–{high}");
    }
}

#[test]
fn the_published_types_of_2022_are_read_right() {
    let Some(rows) = rows("statistics/regso2020_omradestyp_2022.csv") else { return };
    let mut counts = [0; 5];
    let mut municipalities: [std::collections::BTreeSet<&str>; 5] = Default::default();
    let mut challenged = std::collections::BTreeSet::new();
    for row in &rows {
        let area_type =
            row["omradestyp"].parse().ok().and_then(AreaType::from_number).expect("a type from 1 to 5");
        counts[usize::from(area_type.number()) - 1] += 1;
        municipalities[usize::from(area_type.number()) - 1].insert(&row["kommunkod"]);
        if area_type.has_challenges() {
            challenged.insert(&row["kommunkod"]);
        }
    }
    assert_eq!(counts, [160, 289, 855, 1_770, 289]);
    assert_eq!(counts.iter().sum::<i32>(), 3_363);
    assert_eq!((challenged.len(), municipalities[0].len(), municipalities[4].len()), (162, 79, 86));
}

#[test]
fn almost_all_variation_in_age_lies_inside_the_smallest_areas() {
    let Some(rows) = rows("reference/sweden_regso_age_2024/regso2025_age3_counts.csv") else { return };
    let members = column(&rows, "a65_plus");
    let persons = column(&rows, "total");
    let cities: Vec<usize> = rows.iter().map(|row| row["kommunkod"].parse().expect("a code")).collect();
    let parts = within_between(&members, &persons, &[&cities]).unwrap();
    assert!((parts.share_within_smallest() - 0.978).abs() < 0.0005, "{}", parts.share_within_smallest());
    let whole = parts.between.iter().sum::<f64>() + parts.within_smallest;
    assert!((whole - parts.total).abs() < 1e-12);
}

#[test]
fn real_values_are_classified_as_mapclassify_does() {
    let Some(rows) = rows("statistics/kommun_ar_2011_2024.csv") else { return };
    let values: Vec<f64> =
        rows.iter().filter(|row| row["year"] == "2024").map(|row| number(row, "unemployment_rate")).collect();
    assert_eq!(values.len(), 290);
    // mapclassify 2.10.0; its last limit, the greatest value, is none of ours.
    for (method, expected) in [
        (Method::Quantile, [1.953_98, 2.264_98, 2.600_74, 2.983_02]),
        (Method::EqualInterval, [1.953_32, 2.838_74, 3.724_16, 4.609_58]),
        (Method::NaturalBreaks, [1.966, 2.466_3, 3.000_9, 4.017_7]),
        (
            Method::StandardDeviation,
            [
                1.124_500_779_045_866_8,
                1.826_617_286_074_657_5,
                3.230_850_300_132_239,
                3.932_966_807_161_029_5,
            ],
        ),
    ] {
        let classes = Classification::of(&values, method.clone(), 5);
        assert_eq!(classes.n_classes(), 5);
        for (found, expected) in classes.breaks().iter().zip(expected) {
            assert_near(method.id(), *found, expected);
        }
    }
    // mapclassify goes on while two values are left; by the rule of Jiang (2013) a head of more than 40 % is not
    // divided further. Here 44 % are above the mean at once.
    let heads = Classification::of(&values, Method::HeadTail, 5);
    assert_eq!((heads.breaks().len(), heads.counts(&values)), (1, vec![162, 128]));
    assert_near("head-tail", heads.breaks()[0], 2.528_733_793_103_448);
    let persons: Vec<f64> =
        rows.iter().filter(|row| row["year"] == "2024").map(|row| number(row, "population")).collect();
    let natural = Classification::of(&persons, Method::NaturalBreaks, 7);
    assert_eq!(natural.breaks(), [27_303.0, 66_585.0, 114_872.0, 168_035.0, 365_644.0, 608_993.0]);
    // Two of four are above the last mean: half, and no further.
    let heads = Classification::of(&persons, Method::HeadTail, 5);
    assert_eq!(heads.counts(&persons), [218, 53, 15, 2, 2]);
}
