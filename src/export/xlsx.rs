//! The table as a workbook (ECMA-376, the parts that a reader needs): a cover sheet that says what it is, and the table.

use super::Credit;
use super::zip::zip;
use crate::charts::Table;
use crate::charts::svg::escaped;
use crate::i18n::number::number_of;
use crate::i18n::text::text;
use std::fmt::Write;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The file.
pub fn xlsx(table: &Table, credit: &Credit) -> Vec<u8> {
    let t = &text(credit.language).figure;
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>\
         <sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"{}\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>",
        escaped(t.cover_sheet),
        escaped(t.table_sheet)
    );
    let types = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{CONTENT}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{CONTENT}.styles+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{CONTENT}.worksheet+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"{CONTENT}.worksheet+xml\"/></Types>"
    );
    let relations = |targets: &[(&str, &str)]| {
        let mut xml = format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">");
        for (n, (kind, target)) in (1..).zip(targets) {
            let _ = write!(xml, "<Relationship Id=\"rId{n}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
        }
        xml + "</Relationships>"
    };
    // Two fonts: plain, and semibold for headings.
    let styles = format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>"
    );
    let main = relations(&[("officeDocument", "xl/workbook.xml")]);
    let sheets = relations(&[
        ("worksheet", "worksheets/sheet1.xml"),
        ("worksheet", "worksheets/sheet2.xml"),
        ("styles", "styles.xml"),
    ]);
    zip(&[
        ("[Content_Types].xml", types.into_bytes()),
        ("_rels/.rels", main.into_bytes()),
        ("xl/workbook.xml", workbook.into_bytes()),
        ("xl/_rels/workbook.xml.rels", sheets.into_bytes()),
        ("xl/styles.xml", styles.into_bytes()),
        ("xl/worksheets/sheet1.xml", cover(credit).into_bytes()),
        ("xl/worksheets/sheet2.xml", sheet(table, credit).into_bytes()),
    ])
}

fn cover(credit: &Credit) -> String {
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><cols><col min=\"1\" max=\"1\" width=\"14\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"100\" customWidth=\"1\"/></cols><sheetData>"
    );
    for (row, (name, words)) in (1..).zip(credit.lines()) {
        let _ = write!(xml, "<row r=\"{row}\">");
        push_text(&mut xml, &format!("A{row}"), name, true);
        push_text(&mut xml, &format!("B{row}"), words, row == 1);
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

fn sheet(table: &Table, credit: &Credit) -> String {
    // The headings stay in sight.
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"1\" \
         topLeftCell=\"B2\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"1\" width=\"32\" \
         customWidth=\"1\"/></cols><sheetData>"
    );
    for (row, cells) in (1..).zip(std::iter::once(&table.header).chain(&table.rows)) {
        let _ = write!(xml, "<row r=\"{row}\">");
        for (column, cell) in cells.iter().enumerate() {
            let place = format!("{}{row}", column_name(column));
            // Row headings are words even where they look like numbers: years are names here.
            match number_of(cell, credit.language).filter(|_| row > 1 && column > 0) {
                Some(number) => {
                    let _ = write!(xml, "<c r=\"{place}\"><v>{number}</v></c>");
                }
                None => push_text(&mut xml, &place, cell, row == 1),
            }
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

fn push_text(xml: &mut String, place: &str, text: &str, strong: bool) {
    if !text.is_empty() {
        let style = if strong { " s=\"1\"" } else { "" };
        let text = escaped(text);
        let _ = write!(
            xml,
            "<c r=\"{place}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        );
    }
}

/// `A` … `Z`, `AA` …
fn column_name(column: usize) -> String {
    const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[column % 26]);
    match column / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", column_name(more - 1)),
    }
}
