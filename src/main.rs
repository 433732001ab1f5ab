//! One program with two entries: in a browser it is the application on the pages that are read (`src/bin` has those of
//! the start page, the explorer and the basket), natively the `lagesbild` command.

#[cfg(target_arch = "wasm32")]
fn main() {
    lagesbild::app::run(&lagesbild::app::READING);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    lagesbild::command::main()
}
