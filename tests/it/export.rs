//! What a reader takes along: read back, every file says the same numbers, and what it is and where it is from.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use crate::charts::{three_lines, troubled};
use lagesbild::charts::Table;
use lagesbild::color::Ground;
use lagesbild::export::check_code::CheckCode;
use lagesbild::export::crc::crc32;
use lagesbild::export::csv::{CsvForm, csv as csv_of};
use lagesbild::export::json_stat::json_stat;
use lagesbild::export::poster::Poster;
use lagesbild::export::{Credit, png_text, xlsx};
use lagesbild::model::Language;

fn credit() -> Credit {
    Credit {
        language: Language::Sv,
        title: "Arbetslöshet i Arjeplog & riket, 2011–2024".into(),
        detail: "procent · 18–65 år".into(),
        description: "En mening om \"talen\".".into(),
        source: "SCB, hämtad 2026-01-02".into(),
        edition: "299d2d4be4e8".into(),
        licence: "CC0 1.0 https://creativecommons.org/publicdomain/zero/1.0/".into(),
        contact: "fragor@exempel.se".into(),
        address: "https://exempel.se/utforska/?view=line&area=2506".into(),
        warning: Some("Demonstrationsdata – påhittade siffror".into()),
    }
}

/// A table of values and absences. Those with intervals have further columns, which the formats need not know of.
fn table() -> Table {
    let mut spec = troubled(640.0);
    spec.series.iter_mut().for_each(|series| series.intervals.clear());
    spec.table()
}

fn says_what_it_is(text: &str) {
    let credit = credit();
    for part in [&credit.title, &credit.source, &credit.edition, &credit.address] {
        let escaped = part.replace('&', "&amp;");
        assert!(text.contains(part.as_str()) || text.contains(&escaped), "“{part}” is missing");
    }
}

#[test]
fn plain_csv_reads_back_as_the_table_with_decimal_points() {
    let file = csv_of(&table(), &credit(), CsvForm::Plain);
    says_what_it_is(&file);
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(file.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["År", "Arjeplog", "Riket"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 14);
    assert_eq!(rows[0], vec!["2011", "9.8", "8.3"]);
    assert_eq!(rows[2], vec!["2013", "sekretessmarkerad", "8.5"]);
}

#[test]
fn the_swedish_variant_has_a_mark_semicolons_and_decimal_commas() {
    let file = csv_of(&table(), &credit(), CsvForm::SwedishExcel);
    says_what_it_is(&file);
    assert!(file.starts_with('\u{FEFF}'));
    assert!(file.contains("\r\n2011;9,8;8,3\r\n"), "{file}");
}

#[test]
fn large_and_negative_numbers_lose_their_grouping_and_formulas_stay_words() {
    let table = Table {
        header: vec!["Område".into(), "Antal".into()],
        rows: vec![
            vec!["=1+1".into(), "12\u{A0}345".into()],
            vec!["a;b, \"c\"".into(), "\u{2212}1\u{A0}250,5".into()],
        ],
    };
    let plain = csv_of(&table, &credit(), CsvForm::Plain);
    assert!(plain.contains("\r\n'=1+1,12345\r\n\"a;b, \"\"c\"\"\",-1250.5\r\n"), "{plain}");
    let excel = csv_of(&table, &credit(), CsvForm::SwedishExcel);
    assert!(excel.contains("\r\n'=1+1;12345\r\n\"a;b, \"\"c\"\"\";-1250,5\r\n"), "{excel}");
}

#[test]
fn json_stat_is_a_dataset_with_the_same_numbers() {
    let file = json_stat(&table(), &credit());
    says_what_it_is(&file);
    let json: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!((&json["version"], &json["class"]), (&"2.0".into(), &"dataset".into()));
    assert_eq!(json["size"], serde_json::json!([14, 2]));
    assert_eq!(json["value"].as_array().map(Vec::len), Some(28));
    assert_eq!(json["value"][0], serde_json::json!(9.8));
    assert_eq!(
        (&json["value"][4], &json["status"]["4"]),
        (&serde_json::Value::Null, &"sekretessmarkerad".into())
    );
    assert_eq!(json["dimension"]["row"]["category"]["label"]["0"], "2011");
    assert_eq!(json["dimension"]["column"]["category"]["label"]["1"], "Riket");
}

/// The entries of an archive without compression: name and content, each with the checksum it says.
fn entries(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number =
        |at: usize| usize::try_from(u32::from_le_bytes(archive[at..at + 4].try_into().unwrap())).unwrap();
    let short = |at: usize| usize::from(u16::from_le_bytes(archive[at..at + 2].try_into().unwrap()));
    let end = archive.len() - 22;
    assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
    let (n, mut at) = (short(end + 10), number(end + 16));
    let mut entries = Vec::new();
    for _ in 0..n {
        assert_eq!(&archive[at..at + 4], b"PK\x01\x02");
        let (crc, size, name_length, offset) =
            (number(at + 16), number(at + 24), short(at + 28), number(at + 42));
        let name = String::from_utf8(archive[at + 46..at + 46 + name_length].to_vec()).unwrap();
        assert_eq!(&archive[offset..offset + 4], b"PK\x03\x04");
        let start = offset + 30 + short(offset + 26);
        let content = archive[start..start + size].to_vec();
        assert_eq!(crc, usize::try_from(crc32(&content)).unwrap(), "{name}");
        entries.push((name, content));
        at += 46 + name_length;
    }
    assert_eq!(at, end);
    entries
}

#[test]
fn a_workbook_has_a_cover_and_the_table_with_real_numbers() {
    let entries = entries(&xlsx(&table(), &credit()));
    let entry = |name: &str| {
        let found = entries.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("{name}"));
        String::from_utf8(found.1.clone()).unwrap()
    };
    says_what_it_is(&entry("xl/worksheets/sheet1.xml"));
    let sheet = entry("xl/worksheets/sheet2.xml");
    assert!(sheet.contains(r#"<c r="B2"><v>9.8</v></c>"#), "a number: {sheet}");
    assert!(sheet.contains("sekretessmarkerad"));
    assert!(sheet.contains(r#"<c r="A2" t="inlineStr">"#), "a year heads its row");
    assert_eq!(sheet.matches("<row ").count(), 15);
    for (name, content) in &entries {
        let text = String::from_utf8(content.clone()).unwrap();
        assert_eq!(text.matches('<').count(), text.matches('>').count(), "{name}");
        assert!(text.starts_with("<?xml"), "{name}");
    }
}

#[test]
fn a_picture_by_itself_says_what_it_is_in_words_and_inside() {
    for width in [320.0, 800.0] {
        let chart = three_lines(width, Language::Sv);
        let credit = credit();
        let poster = Poster::new(&chart, &credit, None, width);
        let svg = poster.svg(&credit, Ground::Light);
        says_what_it_is(&svg);
        assert!(svg.contains("<metadata>") && !svg.contains("style=\""), "no style attributes");
        assert_eq!(svg.matches("<svg").count(), 1);
        // The words around the drawing stand apart from each other, within the picture.
        crate::charts::assert_legible(poster.texts(), poster.size(), &format!("poster at {width}"));
    }
}

#[test]
fn words_put_into_a_png_are_found_again() {
    // A picture of one pixel, as its standard has it.
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [
        (b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0][..]),
        (b"IDAT", &[0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1][..]),
        (b"IEND", &[][..]),
    ] {
        let chunk = [&name[..], data].concat();
        png.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
        png.extend_from_slice(&chunk);
        png.extend_from_slice(&crc32(&chunk).to_be_bytes());
    }
    let credit = credit();
    let with = png_text::with_credit(&png, &credit);
    assert_eq!(png_text::text_of(&with, "Title").as_deref(), Some(credit.title.as_str()));
    assert_eq!(png_text::text_of(&with, "Source").as_deref(), Some(credit.address.as_str()));
    assert!(png_text::text_of(&with, "Comment").unwrap().contains(&credit.edition));
    assert_eq!(png_text::text_of(&png, "Title"), None);
    // All chunks are whole: length, name, data, checksum, to the last byte.
    let mut at = 8;
    while at < with.len() {
        let length = usize::try_from(u32::from_be_bytes(with[at..at + 4].try_into().unwrap())).unwrap();
        let chunk = &with[at + 4..at + 8 + length];
        assert_eq!(crc32(chunk).to_be_bytes(), with[at + 8 + length..at + 12 + length]);
        at += 12 + length;
    }
    assert_eq!(at, with.len());
    assert_eq!(png_text::with_credit(b"no picture", &credit), b"no picture");
}

#[test]
fn a_file_name_is_plain_and_not_too_long() {
    assert_eq!(credit().file_name(), "arbetsloshet-i-arjeplog-riket-2011-2024");
    let long = Credit { title: "Långt ".repeat(40), ..credit() };
    assert!(long.file_name().len() <= 80 && !long.file_name().ends_with('-'));
    assert_eq!(Credit { title: String::new(), ..credit() }.file_name(), "lagesbild");
}

/// What a reader of such codes finds in a picture, as it looks on a screen of so many device pixels to one.
fn scanned(svg: &str, ratio: f32) -> Vec<String> {
    use resvg::{tiny_skia, usvg};
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).unwrap();
    let size = tree.size().to_int_size().scale_by(ratio).unwrap();
    let mut canvas = tiny_skia::Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(&tree, tiny_skia::Transform::from_scale(ratio, ratio), &mut canvas.as_mut());
    let (width, height) = (canvas.width() as usize, canvas.height() as usize);
    let gray = |x: usize, y: usize| {
        let pixel = canvas.pixels()[y * width + x];
        let sum = u16::from(pixel.red()) + u16::from(pixel.green()) + u16::from(pixel.blue());
        u8::try_from(sum / 3).unwrap()
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, gray);
    image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

#[test]
fn the_code_in_a_picture_leads_to_its_check() {
    let spec = three_lines(640.0, Language::Sv);
    let expected = "https://exempel.se/granska/?view=line&area=2506&edition=299d2d4be4e8";
    let long = Credit {
        address: format!("{}&indicator={}&level=municipality&period=2024", credit().address, "a".repeat(60)),
        ..credit()
    };
    for ground in [Ground::Light, Ground::Dark] {
        for width in [480.0, 800.0] {
            let poster = Poster::new(&spec, &credit(), Some(CheckCode::of), width);
            let (code, corner) = poster.code().expect("a code");
            let size = poster.size();
            assert!(corner.x + code.side() <= size.width && corner.y + code.side() <= size.height);
            // No word stands on it.
            for text in poster.texts() {
                let bounds = text.bounds();
                assert!(bounds.right <= corner.x || bounds.bottom <= corner.y, "“{}”", text.text);
            }
            for ratio in [1.0, 2.0] {
                assert_eq!(scanned(&poster.svg(&credit(), ground), ratio), [expected], "{ground:?} {width}");
            }
            let found =
                scanned(&Poster::new(&spec, &long, Some(CheckCode::of), width).svg(&long, ground), 2.0);
            assert!(found.len() == 1 && found[0].contains("period=2024"), "{found:?}");
        }
    }
    // Without an address there is nowhere to lead to, and a narrow picture has no room.
    let nowhere = Credit { address: "/utforska/".into(), ..credit() };
    assert!(Poster::new(&spec, &nowhere, Some(CheckCode::of), 800.0).code().is_none());
    assert!(Poster::new(&spec, &credit(), Some(CheckCode::of), 320.0).code().is_none());
}
