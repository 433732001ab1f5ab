//! `lagesbild measure`: the statistics of the site on the command line, for analysts and for checking.
//!
//! Each task is a file with its arguments and one function that gives records; [`record`] writes them. Input that
//! cannot be right stops the command with a sentence naming file, row and column; an index that is undefined is a
//! record without value and with its reason.

mod change;
mod classify;
mod counts;
mod crs;
mod decompose;
mod geometry;
mod indices;
mod label_points;
mod list;
mod moran;
mod rank;
mod record;
mod table;
mod trend;

use crate::publish::PublishError;
use clap::{Args, Subcommand};
use record::Format;

/// Computes indices of segregation and other statistics from a CSV file.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    indices: indices::IndexArguments,
    /// How the result is written.
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Lists every index with symbol, family and source.
    List,
    /// Indices of single areas.
    Local(indices::IndexArguments),
    /// Indices of groups in an order, low to high.
    Ordered(indices::IndexArguments),
    Decompose(decompose::Arguments),
    Change(change::Arguments),
    Moran(moran::Arguments),
    Classify(classify::Arguments),
    Rank(rank::Arguments),
    Trend(trend::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let records = match (&arguments.task, &arguments.indices) {
        (Some(Task::List), _) => {
            print!("{}", list::text(arguments.format)?);
            return Ok(());
        }
        (Some(Task::Local(local)), _) => indices::records(local, indices::Kind::Local)?,
        (Some(Task::Ordered(ordered)), _) => indices::records(ordered, indices::Kind::Ordered)?,
        (Some(Task::Decompose(decompose)), _) => decompose::records(decompose)?,
        (Some(Task::Change(change)), _) => change::records(change)?,
        (Some(Task::Moran(moran)), _) => moran::records(moran)?,
        (Some(Task::Classify(classify)), _) => classify::records(classify)?,
        (Some(Task::Rank(rank)), _) => rank::records(rank)?,
        (Some(Task::Trend(trend)), _) => trend::records(trend)?,
        (None, plain) => indices::records(plain, indices::Kind::Plain)?,
    };
    arguments.format.print(&records)
}
