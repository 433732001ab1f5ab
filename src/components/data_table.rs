//! The table behind a figure, with real headers.

use crate::markup::{Element, Live, Markup, el, live, words};

/// A table as plain text cells: the first column heads its row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableData {
    /// What the table shows.
    pub caption: String,
    /// Column headings.
    pub headings: Vec<String>,
    /// Rows, each as long as the headings.
    pub rows: Vec<Vec<String>>,
}

/// The table. It scrolls sideways in its own box when it is wider than the page, and can then take focus.
pub fn data_table(table: &Live<TableData>) -> Markup {
    let (label, caption, content) = (table.clone(), table.clone(), table.clone());
    let body = live(move || {
        let table = content.get();
        let headings: Vec<Element> =
            table.headings.into_iter().map(|text| el("th").attr("scope", "col").with(text)).collect();
        let rows: Vec<Element> = table.rows.into_iter().map(row).collect();
        vec![el("thead").with(el("tr").with(headings)), el("tbody").with(rows)]
    });
    el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("tabindex", "0")
        .live_attr("aria-label", move || label.get().caption)
        .with(
            el("table")
                .class("table")
                .with(el("caption").class("unseen").with(words(move || caption.get().caption)))
                .with(body),
        )
        .into()
}

fn row(cells: Vec<String>) -> Element {
    let cell = |(position, text): (usize, String)| match position {
        0 => el("th").attr("scope", "row").with(text),
        _ => el("td").with(text),
    };
    el("tr").with(cells.into_iter().enumerate().map(cell).collect::<Vec<_>>())
}
