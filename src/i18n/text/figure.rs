//! The words around figures: tabs, tables, files to take along.

/// The words around figures in one language.
pub struct FigureText {
    /// How to use a chart by keyboard.
    pub help: &'static str,
    /// Added where a value can be chosen.
    pub help_choose: &'static str,
    /// Sorts a table by a column.
    pub sort_by: fn(&str) -> String,
    /// Opens the list of files.
    pub take_along: &'static str,
    /// The table as CSV.
    pub csv: &'static str,
    /// The table as CSV for a Swedish spreadsheet.
    pub csv_excel: &'static str,
    /// The table as a workbook.
    pub xlsx: &'static str,
    /// The table as JSON-stat.
    pub json_stat: &'static str,
    /// The picture as SVG.
    pub svg: &'static str,
    /// The picture as PNG.
    pub png: &'static str,
    /// A file could not be made; takes what went wrong.
    pub failed: fn(&str) -> String,
    /// Heads the licence.
    pub licence: &'static str,
    /// Heads the address for questions.
    pub contact: &'static str,
    /// Heads the address of the view.
    pub address: &'static str,
    /// Name of a workbook's first sheet.
    pub cover_sheet: &'static str,
    /// Name of a workbook's table sheet.
    pub table_sheet: &'static str,
}

/// Swedish.
pub(super) const SV: FigureText = FigureText {
    help: "Pilarna går mellan värdena, Home och End till det första och sista. Escape döljer rutan.",
    help_choose: "Retur väljer området eller tar bort det.",
    sort_by: |column| format!("Sortera efter {column}"),
    take_along: "Ta med figuren",
    csv: "Tabell, CSV",
    csv_excel: "Tabell, CSV för svenskt Excel",
    xlsx: "Tabell, Excel (XLSX)",
    json_stat: "Tabell, JSON-stat",
    svg: "Bild, SVG",
    png: "Bild, PNG",
    failed: |reason| format!("Filen kunde inte göras: {reason}. Försök igen, eller ta ett annat format."),
    licence: "Licens",
    contact: "Frågor",
    address: "Adress",
    cover_sheet: "Om tabellen",
    table_sheet: "Tabell",
};

/// English.
pub(super) const EN: FigureText = FigureText {
    help: "Arrow keys go between values, Home and End to the first and last. Escape hides the box.",
    help_choose: "Enter chooses the area or removes it.",
    sort_by: |column| format!("Sort by {column}"),
    take_along: "Take the figure along",
    csv: "Table, CSV",
    csv_excel: "Table, CSV for Swedish Excel",
    xlsx: "Table, Excel (XLSX)",
    json_stat: "Table, JSON-stat",
    svg: "Picture, SVG",
    png: "Picture, PNG",
    failed: |reason| format!("The file could not be made: {reason}. Try again, or take another format."),
    licence: "Licence",
    contact: "Questions",
    address: "Address",
    cover_sheet: "About the table",
    table_sheet: "Table",
};
