//! The program of the basket.

#[cfg(target_arch = "wasm32")]
fn main() {
    lagesbild::app::run(&lagesbild::app::BASKET);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser; the command is lagesbild.");
}
