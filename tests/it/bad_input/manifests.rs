//! Broken manifests.

use crate::bench::Case;
use crate::bench::Fault::{Append, Bytes, Replace};

pub(super) const CASES: &[Case] = &[
    (
        "manifest.toml",
        Replace("population = \"befolkning\"", "populaton = \"befolkning\""),
        &["manifest.toml, line 4", "unknown field `populaton`", "`population`"],
    ),
    (
        "manifest.toml",
        Replace("decimals = 1", "decimal_places = 1"),
        &["manifest.toml, line", "unknown field `decimal_places`"],
    ),
    ("manifest.toml", Replace("format = 1", "format = 2"), &["format is 2, this program reads 1"]),
    ("manifest.toml", Replace("plain.en = \"A share.\"", "plain.en = \"\""), &["andel: plain.en is empty"]),
    (
        "manifest.toml",
        Replace("plain.en = \"A share.\"", "plain.en = \"a b c d e f g h i j k l m n o p q r s t u\""),
        &["plain has 21 words, at most 20"],
    ),
    (
        "manifest.toml",
        Replace("slug = \"andel\"", "slug = \"Ändel\""),
        &["slug “Ändel” must be lower-case ASCII"],
    ),
    (
        "manifest.toml",
        Replace("slug = \"andel\"", "slug = \"befolkning\""),
        &["“befolkning” is listed twice"],
    ),
    (
        "manifest.toml",
        Replace("file = \"values.csv\"", "file = \"../values.csv\""),
        &["“../values.csv” must be a path below the source folder"],
    ),
    (
        "manifest.toml",
        Replace("theme = \"labour\"", "theme = \"money\""),
        &["manifest.toml, line", "unknown variant `money`", "`labour`"],
    ),
    ("manifest.toml", Bytes(b"format = \xff"), &["manifest.toml is not UTF-8"]),
    (
        "manifest.toml",
        Replace("[[levels]]\nlevel = \"county\"", "[[levels]]\nname = \"Län\"\nlevel = \"county\""),
        &["the level county takes lists of its areas and no name of its own"],
    ),
    (
        "manifest.toml",
        Replace(
            "name = \"Riket\"",
            "name = \"Riket\"\nareas = [{ file = \"counties.geojson\", code = \"code\" }]",
        ),
        &["the level nation takes a name and no list"],
    ),
    (
        "manifest.toml",
        Replace(
            "level = \"county\"\nvintage = 2025",
            "level = \"county\"\nvintage = 2025\nvalid_from = 2025\nvalid_to = 2024",
        ),
        &["the level county 2025 is valid to a year before it is valid from"],
    ),
    (
        "manifest.toml",
        Replace(
            "level = \"county\"\nvintage = 2025",
            "level = \"county\"\nvintage = 2025\nvalidity = { 0180 = { from = 2024 } }",
        ),
        &["the level county has a validity for 0180, which is the code of a municipality"],
    ),
    (
        "manifest.toml",
        Replace("level = \"county\"\nvintage = 2025", "level = \"municipality\"\nvintage = 2025"),
        &["the level municipality 2025 is listed twice"],
    ),
    (
        "manifest.toml",
        Replace("vintage = 2025\nfile = \"values.csv\"", "vintage = 2020\nfile = \"values.csv\""),
        &["the table values.csv is for nation 2020, which is not among the levels"],
    ),
    (
        "manifest.toml",
        Replace("period = \"year\"\n", ""),
        &["the table values.csv must say either period or fixed_period"],
    ),
    (
        "manifest.toml",
        Replace("area = \"code\"\n", ""),
        &["the table values.csv must say either area or fixed_area"],
    ),
    (
        "manifest.toml",
        Replace("area = \"code\"\n", "area = \"code\"\narea_pattern = \"series/\"\n"),
        &["area_pattern is “series/”, it must contain {area}"],
    ),
    (
        "manifest.toml",
        Replace("area = \"code\"\n", "area = \"code\"\nsum = [\"age\"]\n"),
        &["sum names the column “age”, which where does not choose"],
    ),
    (
        "manifest.toml",
        Replace("area = \"code\"\n", "area = \"code\"\nfactor = 0.0\n"),
        &["factor is 0, a finite number other than 0 is needed"],
    ),
    (
        "manifest.toml",
        Replace("area = \"code\"\n", "area = \"code\"\ndecimal = \";\"\n"),
        &["decimal is “;”, allowed are “.” and “,”"],
    ),
    (
        "manifest.toml",
        Replace("area = \"code\"\n", "area = \"code\"\nconnector = \"excel\"\n"),
        &["manifest.toml, line", "unknown variant `excel`", "`json-stat`"],
    ),
    (
        "manifest.toml",
        Replace("title.en = \"Share\"", "title.en = \"Share {kind}\""),
        &["andel: title has a brace, but no variant has a word for it"],
    ),
    (
        "manifest.toml",
        Replace("question.en = \"What share?\"", "question.en = \"What share.\""),
        &["andel: question must end with a question mark: “What share.”"],
    ),
    (
        "manifest.toml",
        Replace("area = \"code\"\n", "area = \"code\"\nwhere = { name = \"Sverige\" }\n"),
        &["values.csv has no line that the manifest asks for"],
    ),
    (
        "manifest.toml",
        Replace("decimals = 1", "decimals = 9"),
        &["andel: decimals is 9, at most 6 are allowed"],
    ),
    (
        "manifest.toml",
        Append(
            "\n[[examples]]\nid = \"Ett\"\ntheme = \"labour\"\narea = \"0180\"\nfrom = \"2020\"\nuntil = \"2019\"\n\
             title = { sv = \"a\", en = \" \" }\nmeasure = { sv = \"a\", en = \"b\" }\n\
             follow_up = { sv = \"a\", en = \"b\" }\nevidence = \"followed\"\nlink = \"example.org\"\n",
        ),
        &[
            "the example “Ett” must be named by lower-case ASCII",
            "the example “Ett”: title is empty",
            "the example “Ett” ends in 2019, before it begins in 2020",
            "the link “example.org” must begin with https://",
        ],
    ),
    (
        "manifest.toml",
        Append(
            "\n[[examples]]\nid = \"ett\"\ntheme = \"labour\"\narea = \"2584\"\nfrom = \"2020\"\n\
             title = { sv = \"a\", en = \"b\" }\nmeasure = { sv = \"a\", en = \"b\" }\n\
             follow_up = { sv = \"a\", en = \"b\" }\nevidence = \"followed\"\n",
        ),
        &["examples.json: the example “ett” is from 2584, which no level has"],
    ),
    (
        "manifest.toml",
        Append(
            "\n[[examples]]\nid = \"ett\"\ntheme = \"labour\"\narea = \"0180\"\nfrom = \"2020\"\n\
             title = { sv = \"a\", en = \"b\" }\nmeasure = { sv = \"a\", en = \"b\" }\n\
             follow_up = { sv = \"a\", en = \"b\" }\nevidence = \"proved\"\n",
        ),
        &["manifest.toml, line", "unknown variant `proved`", "`randomised`"],
    ),
    (
        "manifest.toml",
        Append(
            "\n[accessibility]\nconformance = \"partial\"\nassessed = \"31 januari\"\nupdated = \"2025-01-31\"\n\
             method = { sv = \"a\", en = \"\" }\nfeedback = \"formulär\"\n",
        ),
        &[
            "accessibility: assessed is “31 januari”; a date is written as 2025-01-31",
            "accessibility: method is empty",
            "accessibility: feedback is “formulär”; it must begin with https:// or mailto:",
        ],
    ),
    (
        "manifest.toml",
        Append("\n[[notes]]\nid = \"x\"\nindicators = [\"lycka\"]\ntext = { sv = \"a\", en = \"\" }\n"),
        &[
            "the note “x”: text is empty; both languages are needed",
            "the note “x” takes either areas or found_by",
            "the note “x” names the indicator “lycka”, which is not in the list",
        ],
    ),
    (
        "manifest.toml",
        Append(
            "\n[[notes]]\nid = \"x\"\nindicators = [\"andel\"]\ntext = { sv = \"a\", en = \"b\" }\nareas = [\"9999\"]\n",
        ),
        &["the note “x” names the area 9999, which no level has"],
    ),
    (
        "manifest.toml",
        Append("\n[[groups]]\nid = \"14\"\nname = { sv = \"a\", en = \"b\" }\nareas = [\"0180\", \"01\"]\n"),
        &[
            "the group “14” must be named by lower-case ASCII letters, digits and hyphens, and not by digits alone",
            "the group “14” has areas of two levels: 0180 and 01",
        ],
    ),
];
