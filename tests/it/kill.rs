//! A build that is killed at any moment leaves the edition that readers have whole, and the next run is as if nothing had
//! happened.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use crate::bench::Bench;
use lagesbild::publish::check;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::process::Stdio;
use std::time::{Duration, Instant};

#[test]
fn a_build_killed_at_some_moments_leaves_the_old_edition_whole() {
    killed(4, 1);
}

#[test]
#[ignore = "long: 50 builds, each killed"]
fn a_build_killed_at_fifty_moments_leaves_the_old_edition_whole() {
    killed(50, 2);
}

#[cfg(unix)]
#[test]
fn two_builds_into_one_folder_do_not_mix() {
    let bench = Bench::new();
    bench.built(&[]);
    let folder = std::fs::File::open(bench.out()).unwrap();
    folder.lock().unwrap();
    let output = bench.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("Another process is changing"), "{told}");
    drop(folder);
    assert!(bench.build(&[]).status.success());
}

/// Kills builds of a changed source at random moments of the time that a whole one takes.
fn killed(n_times: usize, seed: u64) {
    let bench = Bench::new();
    let first = bench.built(&["--published", "2025-01-01T00:00:00Z"]);
    let begun = Instant::now();
    assert_eq!(bench.built(&[]), first);
    let whole = u64::try_from(begun.elapsed().as_micros()).unwrap();

    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut n_killed = 0;
    for nth in 0..n_times {
        // Every build makes another edition, so that there is always something to write.
        bench.mend();
        bench.replace("values.csv", "1000,4.5", &format!("1000,4.{}", 50 + nth));
        let before = bench.edition();
        // The first one before it could do anything, the others whenever it falls.
        let moment = Duration::from_micros(if nth == 0 { 0 } else { random.next_u64() % whole });
        let mut build = bench.command(&[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        build.kill().unwrap();
        n_killed += usize::from(build.wait().unwrap().code().is_none());
        let report =
            check::check(&bench.out()).unwrap_or_else(|error| panic!("killed after {moment:?}: {error}"));
        let old = check::check_edition(&bench.out().join(&before), &before);
        assert!(old.is_ok(), "killed after {moment:?}: {old:?}");
        assert_eq!(report.edition, bench.edition());
    }
    assert!(n_killed > 0, "no build was killed before it was done");

    // The next run removes what was left half-made and publishes what the source says.
    bench.mend();
    bench.replace("values.csv", "1000,4.5", "1000,4.4");
    let last = bench.built(&["--published", "2025-02-01T00:00:00Z"]);
    let hidden = |name: &str| name.starts_with('.');
    let left: Vec<String> = std::fs::read_dir(bench.out())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| hidden(name))
        .collect();
    assert!(left.is_empty(), "left half-made: {left:?}");
    let undisturbed = Bench::new();
    undisturbed.replace("values.csv", "1000,4.5", "1000,4.4");
    assert_eq!(undisturbed.built(&[]), last);
}
