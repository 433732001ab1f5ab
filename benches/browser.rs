//! The statistics where a reader computes them: in the browser, on one thread, in slices that leave the page at ease.
//! `make bench` runs it in headless Chromium, once compiled as the application is (for size, but not shrunk by wasm-opt
//! afterwards) and once for speed, and prints what it measures.
#![cfg(target_arch = "wasm32")]

#[path = "figures/aspatial.rs"]
mod aspatial;
#[path = "figures/made_up.rs"]
#[expect(dead_code, reason = "the other figures use the rest")]
mod made_up;

use aspatial::{aspatial_values, municipalities};
use lagesbild::stats::resampling::{Resampler, Scheme};
use lagesbild::stats::segregation::Options;
use lagesbild::stats::segregation::dissimilarity::dissimilarity;
use lagesbild::stats::segregation::information_theory::information;
use made_up::{SWEDEN, population};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn twenty_indices_of_290_municipalities() {
    let (municipalities, options) = (municipalities(), Options::default());
    let mut runs: Vec<f64> = (0..15)
        .map(|_| {
            let start = now();
            let sum: f64 = municipalities.iter().map(|counts| aspatial_values(counts, &options)).sum();
            assert!(sum.is_finite());
            now() - start
        })
        .collect();
    runs.sort_by(f64::total_cmp);
    console_log!(
        "20 aspatial indices, 290 municipalities: median {:.1} ms, shortest {:.1} ms",
        runs[7],
        runs[0]
    );
}

#[wasm_bindgen_test]
async fn a_thousand_bootstrap_replicates_in_slices() {
    const SLICE: f64 = 8.0;
    // Cells drawn between two looks at the clock: some tenths of a millisecond.
    const CELLS: usize = 1_000;
    let counts = population(SWEDEN);
    let resampler = Resampler::new(&counts, Scheme::WithinAreas, 1).expect("whole persons");
    let mut table = resampler.blank();
    let mut values = Vec::new();
    let mut drawing = resampler.begin(0);
    let (start, mut slices) = (now(), Vec::new());
    while values.len() < 1_000 {
        let slice = now();
        let mut longest = 0.0_f64;
        // A slice ends where another step as long as the longest so far would not fit into it.
        let mut done = slice;
        while values.len() < 1_000 && done - slice + longest <= SLICE {
            let step = done;
            if drawing.advance(CELLS, &mut table) {
                let information = information(&table).expect("a comparable table");
                let dissimilarity = dissimilarity(&table).expect("a comparable table");
                values.push([dissimilarity, information.theory, information.mutual]);
                drawing = resampler.begin(values.len() as u64);
            }
            done = now();
            longest = longest.max(done - step);
        }
        slices.push(done - slice);
        other_tasks().await;
    }
    let seconds = (now() - start) / 1e3;
    slices.sort_by(f64::total_cmp);
    let part = |of: usize| slices[slices.len() * of / 1_000];
    console_log!(
        "1000 bootstrap replicates of D, H and M, 6160 areas, 5 groups: {seconds:.2} s in {} slices; \
         the longest of half of them {:.1} ms, of 99 % {:.1} ms, of all {:.1} ms",
        slices.len(),
        part(500),
        part(990),
        part(999)
    );
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).expect("a browser").now()
}

/// Lets the browser do what waits: a message to oneself comes after it, and unlike a timer at once.
async fn other_tasks() {
    let message = js_sys::Function::new_no_args(
        "return new Promise(go => { const c = new MessageChannel(); c.port1.onmessage = go; c.port2.postMessage(0); })",
    );
    let promise = message.call0(&wasm_bindgen::JsValue::NULL).expect("a promise");
    let promise: js_sys::Promise = promise.dyn_into().expect("a promise");
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("the message comes");
}
