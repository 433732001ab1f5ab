//! The statistics where a reader computes them: in the browser, on one thread, in slices that leave the page at ease.
//! `make bench` runs it in headless Chromium, compiled as the application is (but not shrunk by wasm-opt afterwards), and
//! prints what it measures.
#![cfg(target_arch = "wasm32")]

#[path = "figures/aspatial.rs"]
mod aspatial;
#[path = "figures/made_up.rs"]
#[expect(dead_code, reason = "the other figures use the rest")]
mod made_up;

use aspatial::{aspatial_values, municipalities};
use lagesbild::stats::resampling::{Resampler, Scheme};
use lagesbild::stats::segregation::dissimilarity::dissimilarity;
use lagesbild::stats::segregation::information_theory::information_theory;
use lagesbild::stats::segregation::mutual_information::mutual_information;
use lagesbild::stats::segregation::{Base, Options};
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
    let counts = population(SWEDEN);
    let resampler = Resampler::new(&counts, Scheme::WithinAreas, 1).expect("whole persons");
    let mut table = resampler.blank();
    let mut values = Vec::new();
    let (start, mut longest, mut n_slices) = (now(), 0.0_f64, 0);
    while values.len() < 1_000 {
        let slice = now();
        loop {
            let replicate = now();
            resampler.draw(values.len() as u64, &mut table);
            values.push(
                [dissimilarity(&table), information_theory(&table), mutual_information(&table, Base::E)]
                    .map(|value| value.expect("a comparable table")),
            );
            // A slice ends where another replicate like this one would not fit into it.
            let done = now();
            if values.len() == 1_000 || done - slice + (done - replicate) > SLICE {
                break;
            }
        }
        longest = longest.max(now() - slice);
        n_slices += 1;
        other_tasks().await;
    }
    let seconds = (now() - start) / 1e3;
    console_log!(
        "1000 bootstrap replicates of D, H and M, 6160 areas, 5 groups: {seconds:.2} s in {n_slices} slices, the longest {longest:.1} ms"
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
