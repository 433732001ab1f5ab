//! Broken tables of text: codes, rows, cells, whole files.

use crate::bench::Case;
use crate::bench::Fault::{Append, Bytes, Cut, Gone, LongLine, Replace};

pub(super) const CASES: &[Case] = &[
    // Codes.
    (
        "values.csv",
        Replace("0114,Upplands Väsby,2023", "114,Upplands Väsby,2023"),
        &["values.csv, line 8, column code: “114”", "leading zero has been lost", "“0114” may be meant"],
    ),
    (
        "values.csv",
        Append("0115,Vallentuna,2024,5,1"),
        &[
            "values.csv, line 14, column code",
            "0115 is unknown",
            "none of the 3 areas of level municipality 2025",
        ],
    ),
    (
        "values.csv",
        Append("0180R001,Kista,2024,5,1"),
        &[
            "values.csv, line 14",
            "0180R001 is the code of a regso",
            "allows nation and county and municipality",
        ],
    ),
    (
        "values.csv",
        Append("Sverige,Sverige,2024,5,1"),
        &["values.csv, line 14, column code: “Sverige”", "expected 00"],
    ),
    (
        "values.csv",
        Replace("0180,Stockholm,2024", "0180_RegSO2025,Stockholm,2024"),
        &[
            "values.csv, line 11, column code: found “_RegSO2025” behind the code of a municipality",
            "allowed is",
        ],
    ),
    (
        "values.csv",
        Replace("0180,Stockholm,2024", "Stockholm,0180,2024"),
        &["values.csv, line 11, column code: “Stockholm”"],
    ),
    (
        "values.csv",
        Replace("0180,Stockholm,2024", "018O,Stockholm,2024"),
        &["line 11", "“018O” is not a valid area code"],
    ),
    // Rows.
    (
        "values.csv",
        Append("0180,Stockholm,2024,1005,4.1"),
        &[
            "values.csv, line 14",
            "the value of 0180 in 2024 is there already",
            "line 11",
            "one row for each area",
        ],
    ),
    (
        "values.csv",
        Append("0180,Stockholm,2022,1005"),
        &["values.csv, line 14", "found 4 columns, the header has 5"],
    ),
    ("values.csv", Append("0180,Stockholm,2022,1005,4.1,9"), &["values.csv, line 14", "found 6 columns"]),
    (
        "values.csv",
        Append("0180,Stockholm,22,1005,4.1"),
        &["values.csv, line 14, column year: “22”", "a year (2024) or a month (2024M01)"],
    ),
    (
        "values.csv",
        Replace("0180,Stockholm,2024,1005,4.1", "0180,Stockholm,4.1,2024,1005"),
        &["values.csv, line 11, column year: “4.1”"],
    ),
    (
        "values.csv",
        Replace("0180,Stockholm,2024,1005,4.1", "0180,Stockholm,2024M13,1005,4.1"),
        &["values.csv, line 11, column year: “2024M13”"],
    ),
    // Cells.
    (
        "values.csv",
        Replace("1000,4.5", "ett tusen,4.5"),
        &[
            "values.csv, line 10, column people (area 0180, period 2023)",
            "found “ett tusen”",
            "decimal sign “.”",
            ".. . –",
        ],
    ),
    ("values.csv", Replace("1005,4.1", "1005,NaN"), &["line 11, column share", "found “NaN”"]),
    ("values.csv", Replace("1005,4.1", "1005,inf"), &["line 11, column share", "found “inf”"]),
    ("values.csv", Replace("1005,4.1", "1005,1e999"), &["line 11, column share", "found “1e999”"]),
    (
        "values.csv",
        Replace("1005,4.1", "1005,"),
        &["line 11, column share", "found “”", "an empty cell does not say why"],
    ),
    (
        "values.csv",
        Replace("1005,4.1", "1005,\"4,1\""),
        &["line 11, column share", "found “4,1”", "see decimal in the manifest"],
    ),
    ("values.csv", Replace("1005,4.1", "10 05,4.1"), &["line 11, column people", "found “10 05”"]),
    ("values.csv", Replace("1005,4.1", "1005,101"), &["0180 has the value 101 in 2024, allowed is 0 to 100"]),
    (
        "values.csv",
        Replace("1005,4.1", "-1005,4.1"),
        &["0180 has the value -1005 in 2024, allowed is 0 or more"],
    ),
    ("values.csv", Replace("1110,4", "1510,4"), &["befolkning: in 2024 01 has 1510", "add up to 1110"]),
    // The municipality's people in thousands, everyone else's one by one.
    (
        "values.csv",
        Replace("1005,4.1", "1.005,4.1"),
        &["befolkning: in 2024 01 has 1110, its areas of level municipality add up to 106.005"],
    ),
    // Shares of 1 instead of 100, in one place.
    (
        "values.csv",
        Replace("01,Stockholms län,2024,1110,4", "01,Stockholms län,2024,1110,0.04"),
        &["andel: in 2024 01 has 0.04", "have 3.5 to 4.1", "between its parts"],
    ),
    (
        "values.csv",
        Replace("1005,4.1", "1005,-4.1"),
        &["0180 has the value -4.1 in 2024, allowed is 0 to 100"],
    ),
    ("values.csv", Replace("1005,4.1", "1005,4.1 %"), &["line 11, column share", "found “4.1 %”"]),
    ("values.csv", Replace("1005,4.1", "1005,#N/A"), &["line 11, column share", "found “#N/A”"]),
    // Files.
    ("values.csv", Gone, &["names values.csv, but there is no such file"]),
    ("values.csv", Bytes(b""), &["values.csv is empty"]),
    ("values.csv", Bytes(b" \r\n\n"), &["values.csv is empty"]),
    (
        "values.csv",
        Bytes(b"code,name,year,people,share\n"),
        &["values.csv has no line that the manifest asks for"],
    ),
    (
        "values.csv",
        Bytes(b"<!DOCTYPE html>\n<html><body>404</body></html>"),
        &["values.csv looks like a web page", "“<!DOCTYPE html>”"],
    ),
    (
        "values.csv",
        Bytes(b"code,name,year,people,share\n0180,Sk\xc3\xa5ne \xe5,2024,1,1\n"),
        &["line 2", "fits neither UTF-8 nor Latin-1"],
    ),
    ("values.csv", Bytes(b"code\0name\n"), &["line 1: found a null byte", "not a text table"]),
    (
        "values.csv",
        Bytes(b"PK\x03\x04\x14\x00"),
        &["values.csv is packed (ZIP, as XLSX is)", "or save it as text"],
    ),
    ("values.csv", Bytes(b"\x1f\x8b\x08\x00\x00\x00"), &["values.csv is packed (gzip)", "unpack it or"]),
    (
        "values.csv",
        LongLine(3 << 20),
        &["values.csv, line 1: found a line of 3145728 bytes", "at most 1048576"],
    ),
    ("values.csv", Cut(300), &["values.csv, line", "found 3 columns, the header has 5"]),
    (
        "values.csv",
        Bytes(b"code,name,year,people,share\n\"0180,Stockholm,2024,1,1\n"),
        &["values.csv, line 2: found 1 columns, the header has 5"],
    ),
    (
        "values.csv",
        Replace("code,name,year,people", "code,name,year,peeple"),
        &["the column “people” is not there", "code, name, year, peeple, share", "“peeple” may be meant"],
    ),
    (
        "values.csv",
        Replace("code,name,year,people,share", "code,people,year,people,share"),
        &["the column “people” is there twice"],
    ),
];
