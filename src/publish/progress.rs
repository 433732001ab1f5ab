//! Progress bars for whatever takes longer than a second; invisible where nobody watches a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of `len` steps with a title.
pub(super) fn bar(title: &'static str, len: usize) -> ProgressBar {
    // The template is a constant that the library accepts; without it the bar would only look plainer.
    let style = ProgressStyle::with_template("{msg:24} {bar:30} {pos}/{len} {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(len as u64).with_style(style).with_message(title)
}
