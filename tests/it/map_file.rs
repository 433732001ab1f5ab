//! Maps that the command draws: what they say of themselves, and that the legend counts every area once.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::publish::figure::NativeFigure;
use lagesbild::publish::{demo, write};
use std::path::Path;

const WIDTH: f64 = 800.0;

#[test]
fn a_map_says_what_it_is_and_its_legend_counts_every_area_once() {
    let folder = tempfile::tempdir().unwrap();
    let edition = publish(folder.path());
    for (address, title, n_areas) in [
        ("https://exempel.se/utforska/?indicator=arbetsloshet", "Arbetslöshet i Sveriges kommuner ", 6),
        (
            "https://exempel.se/utforska/?indicator=arbetsloshet&level=county",
            "Arbetslöshet i Sveriges län ",
            2,
        ),
        (
            "https://exempel.se/en/explore/?indicator=arbetsloshet&classes=4&theme=dark",
            "Unemployment in the municipalities of Sweden ",
            6,
        ),
        (
            "https://exempel.se/utforska/?indicator=arbetsloshet&map=tiles",
            "Arbetslöshet i Sveriges kommuner ",
            6,
        ),
    ] {
        let figure = NativeFigure::of(folder.path(), address, WIDTH).unwrap();
        let svg = figure.svg();
        assert!(title_of(svg).starts_with(title), "{}", title_of(svg));
        for said in [address, &edition, "Demonstration"] {
            assert!(svg.contains(&said.replace('&', "&amp;")), "{said} is not in the map of {address}");
        }
        let rows = legend(svg);
        assert_eq!(rows.iter().map(|(_, count)| count).sum::<usize>(), n_areas, "{rows:?}");
        // A path for each ink that any area has.
        let n_paths = svg.matches(r#"fill-rule="evenodd""#).count();
        assert_eq!(n_paths, rows.iter().filter(|(_, count)| *count > 0).count(), "{rows:?}");
        let limits = rows.iter().filter(|(words, _)| words.chars().any(|letter| letter.is_ascii_digit()));
        let n_limits = limits.count();
        assert!(n_limits >= n_paths && (n_limits == 4) == address.contains("classes=4"), "{rows:?}");
    }
}

#[test]
fn a_map_close_to_a_county_names_it_and_shows_what_lies_there() {
    let folder = tempfile::tempdir().unwrap();
    publish(folder.path());
    for (address, title) in [
        ("/embed/map/arbetsloshet/10/", "– utsnitt: Blekinge län"),
        ("/embed/map/arbetsloshet/10/en/", "– close-up: Blekinge län"),
    ] {
        let figure = NativeFigure::of(folder.path(), address, WIDTH).unwrap();
        let svg = figure.svg();
        assert!(title_of(svg).ends_with(title), "{}", title_of(svg));
        assert!(
            svg.contains(">Karlskrona</text>") && !svg.contains(">Gotland</text>"),
            "names in view alone"
        );
        assert!(svg.contains(r#"stroke-width="2.4""#), "the county is outlined");
        // The colours mean the same as on the map of the country, and the legend says so.
        assert_eq!(legend(svg).iter().map(|(_, count)| count).sum::<usize>(), 6);
    }
    // The explorer shows the whole country with what is chosen.
    let whole = NativeFigure::of(folder.path(), "/utforska/?indicator=arbetsloshet&area=10", WIDTH).unwrap();
    assert!(!title_of(whole.svg()).contains("utsnitt"));
    assert!(whole.svg().contains(r#"stroke-width="2.4""#));
}

#[test]
fn what_is_no_single_picture_is_refused_with_what_is_allowed() {
    let folder = tempfile::tempdir().unwrap();
    publish(folder.path());
    for (address, parts) in [
        ("/utforska/?view=table", ["view=table", "view=map"]),
        ("/jamfor/?area=0180", ["/jamfor/", "explorer"]),
        ("/utforska/?indicator=arbetsloshet&map=periods", ["more than one map", "map=periods"]),
        ("/utforska/?indicator=arbetsloshet&against=2015", ["more than one map", "against="]),
        ("/utforska/?indicator=finns-inte", ["finns-inte", "No figure"]),
    ] {
        let error = NativeFigure::of(folder.path(), address, WIDTH).err().unwrap().to_string();
        assert!(parts.iter().all(|part| error.contains(part)), "{address}: {error}");
    }
    // A frame's figure is the one that its path names.
    let ranking = NativeFigure::of(folder.path(), "/embed/ranking/?indicator=arbetsloshet", WIDTH).unwrap();
    assert!(legend(ranking.svg()).is_empty() && ranking.svg().contains("Arbetslöshet"));
}

/// Publishes two counties of the demonstration with their six municipalities, and gives the edition.
fn publish(folder: &Path) -> String {
    let contents = demo::demonstration_of(demo::SEED, &["09", "10"]).unwrap();
    write::publish(&contents, folder, "2026-01-01T00:00:00Z").unwrap().report.edition
}

fn title_of(svg: &str) -> &str {
    svg.split_once("<title id=\"t\">").and_then(|(_, rest)| rest.split_once("</title>")).unwrap().0
}

/// The legend's rows: what an ink means, and how many areas have it.
fn legend(svg: &str) -> Vec<(String, usize)> {
    let swatch = r#"width="24" height="15""#;
    let words = |text: &str| {
        let (_, rest) = text.split_once('>').unwrap();
        rest.split('<').next().unwrap().to_owned()
    };
    let row = |row: &str| {
        let mut texts = row.split("<text").skip(1).map(words);
        (texts.next().unwrap(), texts.next().unwrap().parse().unwrap())
    };
    svg.split(swatch).skip(1).map(row).collect()
}
