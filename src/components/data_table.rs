//! The table behind a figure, with real headers. The reader can sort it by any column; of a long table only the rows
//! around those in sight are in the document.

use super::browser::watch_size;
use super::site::use_site;
use crate::decimal::decimal;
use crate::i18n::number::number_of;
use crate::i18n::sorting::sort_key;
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, el, live, words};
use crate::model::Language;
use crate::order::sorted;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlTableCellElement};

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

/// More rows than these are not all in the document.
const LONG: usize = 400;
/// So many are, of a long table.
const WINDOW: usize = 80;

/// What a pointer does in a table.
#[derive(Clone)]
pub struct TableActs {
    /// It is on the row that begins with this name, or on none any more.
    pub hover: Act<Option<String>>,
    /// It has pressed a number.
    pub press: Act<Pressed>,
    /// What the row begins with that is pointed at, here or in another figure.
    pub pointed: Live<Option<String>>,
}

/// A number in a table that was pressed.
pub struct Pressed {
    /// What its row begins with.
    pub row: String,
    /// The heading of its column.
    pub column: String,
    /// The number in words.
    pub cell: String,
}

impl Pressed {
    /// The number with its row and column in words.
    pub fn words(&self) -> String {
        format!("{}, {}: {}", self.row, self.column, self.cell)
    }
}

/// The table. It scrolls in its own box when it is larger than its place, and can then take focus.
pub fn data_table(table: &Live<TableData>) -> Markup {
    table_box(table, None).into()
}

/// The same, told of what a pointer does in it.
pub fn acting_table(table: &Live<TableData>, acts: TableActs) -> Markup {
    let TableActs { hover, press, pointed } = acts;
    let leave = hover.clone();
    let pressed = move |event: Event| {
        let Some((row, Some(cell))) = place_of(&event) else { return };
        let at = cell.cell_index();
        let column = cell.closest("table").ok().flatten().and_then(|table| {
            let selector = format!("thead th:nth-child({}) button", at + 1);
            table.query_selector(&selector).ok().flatten()?.first_child()?.text_content()
        });
        let column = column.unwrap_or_default();
        press.run(Pressed { row, column, cell: cell.text_content().unwrap_or_default() });
    };
    table_box(table, Some(pointed))
        .on("click", pressed)
        .on("pointerover", move |event: Event| hover.run(place_of(&event).map(|(row, _)| row)))
        .when("pointerleave", move || leave.run(None))
        .into()
}

/// What the row under a pointer begins with, and the cell when it is a number's.
fn place_of(event: &Event) -> Option<(String, Option<HtmlTableCellElement>)> {
    let on = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let row = on.closest("tbody tr").ok().flatten()?;
    let name = row.query_selector("th").ok().flatten()?.text_content()?;
    Some((name, on.closest("td").ok().flatten().and_then(|cell| cell.dyn_into().ok())))
}

fn table_box(table: &Live<TableData>, pointed: Option<Live<Option<String>>>) -> Element {
    let site = use_site();
    let (language, is_static) = (site.language, site.is_static);
    let by = RwSignal::new(None::<(usize, bool)>);
    let first = RwSignal::new(0_usize);
    let height = RwSignal::new(33.0_f64);
    let table = {
        let table = table.clone();
        Memo::new(move |_| Arc::new(table.get()))
    };
    let order = Memo::new(move |_| Arc::new(order(&table.get(), by.get(), language)));
    let head = live(move || {
        let headings = table.get().headings.clone();
        let cells: Vec<Element> =
            headings.into_iter().enumerate().map(|(column, text)| heading(column, text, by)).collect();
        el("tr").with(cells)
    });
    let body = live(move || {
        let (table, order) = (table.get(), order.get());
        let n = order.len();
        if n <= LONG {
            return order.iter().map(|&index| row(&table.rows[index], pointed.as_ref())).collect::<Vec<_>>();
        }
        let from = first.get().min(n.saturating_sub(WINDOW));
        let to = (from + WINDOW).min(n);
        let row_height = height.get();
        let space = |rows: usize| {
            let height = format!("{}px", decimal(rows as f64 * row_height, 0));
            el("tr").attr("aria-hidden", "true").style("height", height)
        };
        let rows = order[from..to].iter().enumerate().map(|(place, &index)| {
            // The heading is the first row.
            row(&table.rows[index], pointed.as_ref()).attr("aria-rowindex", (from + place + 2).to_string())
        });
        std::iter::once(space(from)).chain(rows).chain([space(n - to)]).collect()
    });
    let scrolled = move |event: Event| {
        let box_ = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(box_) = box_.filter(|_| order.get_untracked().len() > LONG) else { return };
        measure_row(&box_, height);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the place of a row in a table"
        )]
        let above = (f64::from(box_.scroll_top()) / height.get_untracked()) as usize;
        // In steps, so that not every pixel builds rows.
        let next = above.saturating_sub(20) / 20 * 20;
        if next != first.get_untracked() {
            first.set(next);
        }
    };
    el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("tabindex", "0")
        .live_attr("aria-label", move || table.get().caption.clone())
        .on("scroll", scrolled)
        .on_mount(move |box_| {
            if !is_static {
                let own = box_.clone();
                watch_size(box_, move |_, _| measure_row(&own, height));
            }
        })
        .with(
            el("table")
                .class("table")
                .live_attr("aria-rowcount", move || {
                    let n = order.get().len();
                    (n > LONG).then(|| (n + 1).to_string())
                })
                .with(el("caption").class("unseen").with(words(move || table.get().caption.clone())))
                .with(el("thead").with(head))
                .with(el("tbody").with(body)),
        )
}

/// Rows are as high as the reader's text makes them.
fn measure_row(table: &HtmlElement, height: RwSignal<f64>) {
    if let Ok(Some(row)) = table.query_selector("tbody tr[aria-rowindex]") {
        let now = row.get_bounding_client_rect().height().max(1.0);
        if (now - height.get_untracked()).abs() > 0.25 {
            height.set(now);
        }
    }
}

/// A heading that sorts: first upwards, then downwards, then as before.
fn heading(column: usize, text: String, by: RwSignal<Option<(usize, bool)>>) -> Element {
    let site = use_site();
    let label = (site.text().figure.sort_by)(&text);
    let th = el("th").attr("scope", "col");
    if site.is_static {
        return th.with(text);
    }
    let sorted = move || by.get().filter(|(own, _)| *own == column).map(|(_, descends)| descends);
    let press = move || {
        by.set(match by.get_untracked() {
            Some((own, false)) if own == column => Some((column, true)),
            Some((own, true)) if own == column => None,
            _ => Some((column, false)),
        });
    };
    let arrow = move || match sorted() {
        None => String::new(),
        Some(false) => " ↑".to_owned(),
        Some(true) => " ↓".to_owned(),
    };
    th.live_attr("aria-sort", move || {
        sorted().map(|descends| if descends { "descending" } else { "ascending" })
    })
    .with(
        el("button")
            .attr("type", "button")
            .class("table__sort")
            .attr("title", label)
            .when("click", press)
            .with(text)
            .with(el("span").attr("aria-hidden", "true").with(words(arrow))),
    )
}

fn row(cells: &[String], pointed: Option<&Live<Option<String>>>) -> Element {
    let cell = |(position, text): (usize, &String)| match position {
        0 => el("th").attr("scope", "row").with(text.clone()),
        _ => el("td").with(text.clone()),
    };
    let row = el("tr").with(cells.iter().enumerate().map(cell).collect::<Vec<_>>());
    let Some((pointed, name)) = pointed.cloned().zip(cells.first().cloned()) else { return row };
    row.class_when("table__row--pointed", move || pointed.get().as_ref() == Some(&name))
}

/// The order of the rows: as they are, or by a column. Numbers go by their size and before words, whichever way; words
/// as names do. Rows that are alike keep their order.
fn order(table: &TableData, by: Option<(usize, bool)>, language: Language) -> Vec<usize> {
    let order: Vec<usize> = (0..table.rows.len()).collect();
    let Some((column, descends)) = by else { return order };
    let text = |row: usize| table.rows[row].get(column).map_or("", String::as_str);
    let numbers: Vec<Option<f64>> = order.iter().map(|&row| number_of(text(row), language)).collect();
    let keys: Vec<Vec<u32>> = match numbers.iter().all(Option::is_some) {
        true => Vec::new(),
        false => order.iter().map(|&row| sort_key(text(row))).collect(),
    };
    sorted(&order, &|&a, &b| match (numbers[a], numbers[b]) {
        (Some(first), Some(second)) if descends => second.total_cmp(&first),
        (Some(first), Some(second)) => first.total_cmp(&second),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) if descends => keys[b].cmp(&keys[a]),
        (None, None) => keys[a].cmp(&keys[b]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_size_and_absences_come_last_either_way() {
        let cell = |name: &str, value: &str| vec![name.to_owned(), value.to_owned()];
        let rows = vec![
            cell("Östersund", "12\u{A0}345"),
            cell("Ale", "uppgift saknas"),
            cell("Åre", "\u{2212}3"),
            cell("Borås", "999"),
        ];
        let table = TableData { rows, ..TableData::default() };
        assert_eq!(order(&table, None, Language::Sv), [0, 1, 2, 3]);
        assert_eq!(order(&table, Some((1, false)), Language::Sv), [2, 3, 0, 1]);
        assert_eq!(order(&table, Some((1, true)), Language::Sv), [0, 3, 2, 1]);
        assert_eq!(order(&table, Some((0, false)), Language::Sv), [1, 3, 2, 0]);
    }
}
