//! The program of charts across areas in other people's pages.

#[cfg(target_arch = "wasm32")]
fn main() {
    lagesbild::app::embed::run_charts();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser; the command is lagesbild.");
}
