//! The program of the explorer and the pages beside it.

#[cfg(target_arch = "wasm32")]
fn main() {
    lagesbild::app::run(&lagesbild::app::EXPLORING);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser; the command is lagesbild.");
}
