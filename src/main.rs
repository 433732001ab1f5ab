//! One program with two entries: in a browser it is the application, natively the `lagesbild` command.

#[cfg(target_arch = "wasm32")]
fn main() {
    lagesbild::app::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    lagesbild::command::main()
}
