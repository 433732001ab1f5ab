//! `lagesbild figure`: one view as a picture.

use crate::publish::PublishError;
use crate::publish::figure::NativeFigure;
use std::path::PathBuf;

/// Draws the figure of a view as SVG or PNG, as the reader's browser would.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder with `current.json` and the edition.
    #[arg(long, value_name = "DIR")]
    edition: PathBuf,
    /// The address of the view in the explorer or in a frame: `/utforska/?view=line&area=1480`, `/embed/map/?level=county`,
    /// `/embed/pyramid/?area=1480`.
    #[arg(long, value_name = "ADDRESS")]
    view: String,
    /// The file to write, ending in `.svg` or `.png`.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Width of the picture in CSS pixels.
    #[arg(long, default_value_t = 800, value_parser = clap::value_parser!(u16).range(320..=2400))]
    width: u16,
    /// The face of words in a PNG, a `.woff2` or `.ttf` file.
    #[arg(long, value_name = "FILE", default_value = "target/face/source-sans-3.woff2")]
    face: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let out = &arguments.out;
    let figure = || NativeFigure::of(&arguments.edition, &arguments.view, f64::from(arguments.width));
    let bytes = match out.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => figure()?.svg().as_bytes().to_vec(),
        Some("png") => figure()?.png(&arguments.face)?,
        _ => {
            return Err(PublishError::bad(format!(
                "{} could not be written: its ending says neither .svg nor .png.",
                out.display()
            )));
        }
    };
    std::fs::write(out, bytes).map_err(|error| PublishError::io("write", out, &error))?;
    println!("{}", out.display());
    Ok(())
}
