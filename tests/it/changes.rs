//! What differs between editions, as a person reads it, and editions taken back.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use crate::bench::{Bench, refused, run, snapshot};
use lagesbild::model::{Current, Withdrawn};
use std::fs;
use std::path::Path;

#[test]
fn every_kind_of_change_is_told_once_in_text_and_on_the_page() {
    let bench = Bench::new();
    let old = bench.built(&[]);
    bench.replace("values.csv", "1005,4.1", "1005,4.7");
    bench.replace("values.csv", "105,3.5", "105,..");
    bench.replace("values.csv", "600,.\n", "600,7.5\n");
    bench.replace("values.csv", "610,–", "610,.");
    let rows = fs::read_to_string(bench.source().join("values.csv")).unwrap();
    let of_2025: String = rows
        .lines()
        .filter(|line| line.contains(",2024,"))
        .map(|l| l.replace(",2024,", ",2025,") + "\n")
        .collect();
    fs::write(bench.source().join("values.csv"), rows + &of_2025).unwrap();
    bench.replace("municipalities.geojson", "\"Stockholm\"", "\"Stockholms <kommun>\"");
    bench.replace("manifest.toml", "definition.en = \"A share.\"", "definition.en = \"Another share.\"");
    bench.replace("manifest.toml", "title.en = \"Share\"", "title.en = \"Part\"");
    let new = bench.built(&[]);

    let page = bench.out().join("changes.html");
    let (then, now) = (bench.out().join(&old), bench.out());
    let output =
        run(&["changes".as_ref(), then.as_os_str(), now.as_os_str(), "--page".as_ref(), page.as_os_str()]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "0180 is now called Stockholms <kommun>; it was Stockholm.",
            "befolkning, nation 2025: new periods 2025.",
            "befolkning, county 2025: new periods 2025.",
            "befolkning, municipality 2025: new periods 2025.",
            "andel, nation 2025: new periods 2025.",
            "andel, county 2025: new periods 2025.",
            "andel, municipality 2025: new periods 2025.",
            // 4.1 → 4.7; 3.5 → missing and zero → not applicable; not applicable → 7.5.
            "andel, municipality 2025: 1 values revised, 2 numbers became absences, 1 absences became numbers of 6; \
             the largest 0180 2024: 4.1 → 4.7.",
            "andel: changed texts: title, definition.",
        ]
    );
    let page = fs::read_to_string(page).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">") && page.contains("Stockholms &lt;kommun&gt;")
    );
    assert!(page.contains(&format!("<h1>Changes from {old} to {new}</h1>")));
    assert_eq!(page.matches("<li>").count(), told.lines().count());
    assert!(!page.contains("style="));

    // The same in Swedish, line by line.
    let svenska = bench.out().join("andringar.html");
    let output = run(&[
        "changes".as_ref(),
        then.as_os_str(),
        now.as_os_str(),
        "--lang".as_ref(),
        "sv".as_ref(),
        "--page".as_ref(),
        svenska.as_os_str(),
    ]);
    let told_in_swedish = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = told_in_swedish.lines().collect();
    assert_eq!(lines.len(), told.lines().count());
    for line in [
        "0180 heter nu Stockholms <kommun>; tidigare Stockholm.",
        "befolkning, riket 2025: nya perioder 2025.",
        "andel, kommun 2025: 1 reviderade värden, 2 tal blev bortfall, 1 bortfall blev tal av 6; störst i 0180 2024: \
         4,1 → 4,7.",
        "andel: ändrade texter: titel, definition.",
    ] {
        assert!(lines.contains(&line), "{line}: {told_in_swedish}");
    }
    let svenska = fs::read_to_string(svenska).unwrap();
    assert!(svenska.contains("<html lang=\"sv\">") && svenska.contains("<h2>Reviderade värden (1)</h2>"));
    assert_eq!(svenska.matches("<li>").count(), lines.len());

    // Seen from the other side, what came has gone.
    let output = run(&["changes".as_ref(), now.as_os_str(), then.as_os_str()]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(told.matches("LOST periods 2025.").count(), 6);
    // An edition does not differ from itself.
    let output = run(&["changes".as_ref(), now.as_os_str(), now.as_os_str()]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        format!("No differences in content between {new} and {new}.\n")
    );
    refused(
        &run(&["changes".as_ref(), bench.source().as_os_str(), now.as_os_str()]),
        "no edition",
        &["catalogue.json does not exist"],
    );
}

#[test]
fn areas_and_indicators_that_come_and_go_are_told() {
    let bench = Bench::new();
    let old = bench.built(&[]);
    let manifest = fs::read_to_string(bench.source().join("manifest.toml")).unwrap();
    bench.replace("manifest.toml", "slug = \"andel\"", "slug = \"annan\"");
    bench.replace("municipalities.geojson", "\"1480\"", "\"1481\"");
    bench.replace("values.csv", "1480,", "1481,");
    bench.built(&[]);
    let output = run(&["changes".as_ref(), bench.out().join(&old).as_os_str(), bench.out().as_os_str()]);
    let told = String::from_utf8(output.stdout).unwrap();
    for line in [
        "Withdrawn areas of level municipality 2025: 1480.",
        "New areas of level municipality 2025: 1481.",
        "Withdrawn indicator: andel.",
        "New indicator: annan.",
        // Borders say for which codes they were made.
        "Files, borders:",
    ] {
        assert_eq!(told.matches(line).count(), 1, "{line}: {told}");
    }
    assert_eq!(told.lines().count(), 5, "{told}");
    assert!(manifest.contains("slug = \"andel\""));
}

#[test]
fn a_build_that_loses_periods_is_refused_unless_that_is_said() {
    let bench = Bench::new();
    bench.built(&[]);
    let before = snapshot(&bench.out());
    let rows = fs::read_to_string(bench.source().join("values.csv")).unwrap();
    let kept: String =
        rows.lines().filter(|line| !line.contains(",2023,")).map(|line| format!("{line}\n")).collect();
    fs::write(bench.source().join("values.csv"), kept).unwrap();
    refused(
        &bench.build(&[]),
        "lost periods",
        &["befolkning, nation 2025: LOST periods 2023.", "andel, municipality 2025: LOST", "--lose-periods"],
    );
    assert!(snapshot(&bench.out()) == before);
    let output = bench.build(&["--lose-periods"]);
    assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("LOST periods 2023"));
}

#[test]
fn a_withdrawn_edition_leaves_a_reason_and_a_replacement_and_no_files() {
    let bench = Bench::new();
    let publish = |share: &str| {
        bench.mend();
        bench.replace("values.csv", "1005,4.1", share);
        bench.built(&["--published", "2025-01-31T08:00:00Z"])
    };
    let [first, second, third] = ["1005,4.1", "1005,4.2", "1005,4.3"].map(publish);
    let (dir, before) = (bench.out(), snapshot(&bench.out()));

    // What cannot be withdrawn changes nothing.
    for (edition, more, parts) in [
        (third.as_str(), vec![], ["is the edition that readers have now", "--replacement"]),
        (&third, vec!["--replacement", &third], ["cannot replace itself", &third]),
        (&first, vec!["--replacement", "0123456789ab"], ["The replacement “0123456789ab” is no edition", ""]),
        ("0123456789ab", vec![], ["The edition “0123456789ab” is not there", ""]),
        ("../data", vec![], ["The edition “../data” is not there", ""]),
    ] {
        refused(&withdraw(&dir, edition, "It is wrong.", &more), edition, &parts);
    }
    refused(&withdraw(&dir, &first, "  ", &[]), "no reason", &["A reason is needed"]);
    assert!(snapshot(&dir) == before);

    assert!(withdraw(&dir, &first, "Two columns were swapped", &[]).status.success());
    assert!(!dir.join(&first).exists());
    let entry = |edition: &str, reason: &str, replacement: &str| Withdrawn {
        edition: edition.into(),
        reason: reason.into(),
        replacement: replacement.into(),
    };
    assert_eq!(
        read::<Vec<Withdrawn>>(&dir.join("withdrawn.json")),
        [entry(&first, "Two columns were swapped.", &third)]
    );
    assert_eq!(bench.edition(), third);
    assert!(run(&["check".as_ref(), dir.as_os_str()]).status.success());
    refused(&withdraw(&dir, &first, "Again.", &[]), "again", &["was withdrawn already"]);

    // The current one: readers move to the replacement, and so do those of the one before.
    assert!(withdraw(&dir, &third, "The source was wrong.", &["--replacement", &second]).status.success());
    assert_eq!(bench.edition(), second);
    assert_eq!(
        read::<Vec<Withdrawn>>(&dir.join("withdrawn.json")),
        [
            entry(&first, "Two columns were swapped.", &second),
            entry(&third, "The source was wrong.", &second)
        ]
    );
    assert_eq!(read::<Current>(&dir.join("current.json")).supersedes, None);
    assert!(run(&["check".as_ref(), dir.as_os_str()]).status.success());

    // The same figures do not come back by another build.
    let before = snapshot(&dir);
    refused(
        &bench.build(&[]),
        "withdrawn",
        &[&third, "was withdrawn (The source was wrong.", "nothing was published"],
    );
    assert!(snapshot(&dir) == before);

    // The check holds the list against the folder.
    fs::create_dir(dir.join(&first)).unwrap();
    refused(
        &run(&["check".as_ref(), dir.as_os_str()]),
        "files",
        &[&format!("says that {first} was withdrawn, but its files are there")],
    );
}

fn withdraw(dir: &Path, edition: &str, reason: &str, more: &[&str]) -> std::process::Output {
    let mut arguments =
        vec!["withdraw".as_ref(), edition.as_ref(), dir.as_os_str(), "--reason".as_ref(), reason.as_ref()];
    arguments.extend(more.iter().map(std::ffi::OsStr::new));
    run(&arguments)
}

fn read<T: lagesbild::model::json::FromJson>(path: &Path) -> T {
    lagesbild::model::json::read(&fs::read(path).unwrap()).unwrap()
}
