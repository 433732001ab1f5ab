//! The table behind a figure, with real headers.

use leptos::prelude::*;

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
#[component]
pub fn DataTable(
    /// What it holds.
    #[prop(into)]
    table: Signal<TableData>,
) -> impl IntoView {
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let head = cells.next().unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{head}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="table-box" role="region" tabindex="0" aria-label=move || table.get().caption>
            <table class="table">
                <caption class="unseen">{move || table.get().caption}</caption>
                <thead>
                    <tr>
                        {move || {
                            let heading = |heading| view! { <th scope="col">{heading}</th> };
                            table.get().headings.into_iter().map(heading).collect_view()
                        }}
                    </tr>
                </thead>
                <tbody>{move || table.get().rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
