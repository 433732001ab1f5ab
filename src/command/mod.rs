//! The command line: `lagesbild <subcommand>`. Each subcommand is a file with its arguments and one function.

mod borders;
mod build;
mod changes;
mod check;
mod compress;
mod demo;
mod figure;
mod measure;
mod pages;
mod serve;
mod time;
mod withdraw;

use crate::publish::PublishError;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Publishes statistics as files that a browser reads from any static server.
#[derive(Debug, Parser)]
#[command(name = "lagesbild", version, about, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    Build(build::Arguments),
    Demo(demo::Arguments),
    Check(check::Arguments),
    Changes(changes::Arguments),
    Withdraw(withdraw::Arguments),
    Borders(borders::Arguments),
    Pages(pages::Arguments),
    Figure(figure::Arguments),
    Measure(Box<measure::Arguments>),
    Compress(compress::Arguments),
    Serve(serve::Arguments),
}

/// Runs the command that the process was started with. Exit codes: 0 done, 1 a file could not be read or written, 2 bad
/// input or a wrong command line.
pub fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(error.exit_code())
        }
    }
}

fn run(task: Task) -> Result<(), PublishError> {
    match task {
        Task::Build(arguments) => build::run(&arguments),
        Task::Demo(arguments) => demo::run(&arguments),
        Task::Check(arguments) => check::run(&arguments),
        Task::Changes(arguments) => changes::run(&arguments),
        Task::Withdraw(arguments) => withdraw::run(&arguments),
        Task::Borders(arguments) => borders::run(&arguments),
        Task::Pages(arguments) => pages::run(&arguments),
        Task::Figure(arguments) => figure::run(&arguments),
        Task::Measure(arguments) => measure::run(&arguments),
        Task::Compress(arguments) => compress::run(&arguments),
        Task::Serve(arguments) => serve::run(&arguments),
    }
}
