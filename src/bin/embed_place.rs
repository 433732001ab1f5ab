//! The program of figures about places in other people's pages.

#[cfg(target_arch = "wasm32")]
fn main() {
    lagesbild::app::embed::run_place();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser; the command is lagesbild.");
}
