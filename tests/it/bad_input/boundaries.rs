//! Broken lists of areas and borders.

use crate::bench::Case;
use crate::bench::Fault::{Append, Bytes, Cut, Gone, Replace};

pub(super) const CASES: &[Case] = &[
    (
        "municipalities.geojson",
        Replace("[18.0, 59.4], [18.0, 59.6], [17.8, 59.6]", "[18.0, 59.6], [18.0, 59.4], [17.8, 59.6]"),
        &["municipalities.geojson, feature 1 (0114)", "cross"],
    ),
    (
        "municipalities.geojson",
        Replace("\"code\": \"0114\"", "\"code\": 114"),
        &["municipalities.geojson, feature 1", "“114”", "leading zero"],
    ),
    (
        "municipalities.geojson",
        Replace("\"code\": \"0114\"", "\"code\": \"0180\""),
        &["municipalities.geojson", "features 1 and 2 both have the code 0180"],
    ),
    (
        "municipalities.geojson",
        Replace("\"code\": \"0114\"", "\"kod\": \"0114\""),
        &["feature 1", "the property “code” has no code", "kod, name"],
    ),
    (
        "municipalities.geojson",
        Replace("\"name\": \"Stockholm\"", "\"name\": \"\""),
        &["feature 2 (0180)", "the property “name” has no name"],
    ),
    (
        "municipalities.geojson",
        Replace("\"FeatureCollection\"", "\"Features\""),
        &["municipalities.geojson cannot be read as a GeoJSON"],
    ),
    (
        "municipalities.geojson",
        Replace("[17.8, 59.2], [18.2", "[59.2, 17.8], [18.2"),
        &["municipalities.geojson, feature 2 (0180)"],
    ),
    ("counties.geojson", Replace("\"code\": \"14\"", "\"code\": \"15\""), &["1480 lies in no county", "14"]),
    (
        "counties.geojson",
        Replace("\"code\": \"14\"", "\"code\": \"1480\""),
        &["counties.geojson, feature 2", "1480 is the code of a municipality, not of a county"],
    ),
    ("municipalities.geojson", Gone, &["names municipalities.geojson, but there is no such file"]),
    ("municipalities.geojson", Cut(400), &["municipalities.geojson cannot be read as a GeoJSON"]),
    (
        "municipalities.geojson",
        Bytes(b"{\"type\": \"FeatureCollection\", \"features\": []}"),
        &["municipalities.geojson has no features"],
    ),
    ("municipalities.geojson", Append("]}"), &["municipalities.geojson cannot be read as a GeoJSON"]),
    (
        "municipalities.geojson",
        Replace("[18.0, 59.4], [18.0, 59.6]", "[NaN, 59.4], [18.0, 59.6]"),
        &["municipalities.geojson cannot be read as a GeoJSON"],
    ),
    (
        "municipalities.geojson",
        Replace("[18.0, 59.4], [18.0, 59.6]", "[1e400, 59.4], [18.0, 59.6]"),
        &["municipalities.geojson"],
    ),
    (
        "municipalities.geojson",
        Replace("[18.0, 59.4], [18.0, 59.6]", "[], [18.0, 59.6]"),
        &["municipalities.geojson"],
    ),
    (
        "municipalities.geojson",
        Replace("\"features\":", "\"crs\": {\"properties\": {\"name\": \"EPSG:3021\"}}, \"features\":"),
        &["municipalities.geojson", "EPSG:3021", "WGS 84 and SWEREF 99 TM (EPSG:3006) can be read"],
    ),
    (
        "municipalities.geojson",
        Replace("\"features\":", "\"crs\": {\"properties\": {\"name\": \"EPSG:3006\"}}, \"features\":"),
        &["municipalities.geojson, feature 1 (0114)", "these are degrees, but the file declares metres"],
    ),
    (
        "municipalities.geojson",
        Replace(
            "[[17.8, 59.4], [18.0, 59.4], [18.0, 59.6], [17.8, 59.6], [17.8, 59.4]]",
            "[[658000, 6588000], [669000, 6588000], [669000, 6610000], [658000, 6588000]]",
        ),
        &["municipalities.geojson, feature 1 (0114)", "these are not degrees", "EPSG:3006"],
    ),
    (
        "municipalities.geojson",
        Replace(
            "[[17.8, 59.4], [18.0, 59.4], [18.0, 59.6], [17.8, 59.6], [17.8, 59.4]]",
            "[[17.8, 59.4], [18.0, 59.4], [17.8, 59.4]]",
        ),
        &["municipalities.geojson, feature 1 (0114)", "ring 1 of polygon 1"],
    ),
    (
        "municipalities.geojson",
        Replace("[17.8, 59.6], [17.8, 59.4]]]", "[17.8, 59.6]]]"),
        &["municipalities.geojson, feature 1 (0114)", "ring 1 of polygon 1"],
    ),
    (
        "municipalities.geojson",
        Replace(
            "{\"type\": \"Polygon\", \"coordinates\": [[[17.8, 59.4], [18.0, 59.4], [18.0, 59.6], [17.8, 59.6], [17.8, 59.4]]]}",
            "{\"type\": \"Point\", \"coordinates\": [17.8, 59.4]}",
        ),
        &[
            "municipalities.geojson, feature 1 (0114)",
            "the geometry is a Point; a Polygon or MultiPolygon is needed",
        ],
    ),
    (
        "municipalities.geojson",
        Replace(
            "{\"type\": \"Polygon\", \"coordinates\": [[[17.8, 59.4], [18.0, 59.4], [18.0, 59.6], [17.8, 59.6], [17.8, 59.4]]]}",
            "null",
        ),
        &["municipalities.geojson, feature 1 (0114)", "the feature has no geometry"],
    ),
    // Two areas in the same place: the second one has nothing left.
    (
        "municipalities.geojson",
        Replace(
            "[17.8, 59.2], [18.2, 59.2], [18.0, 59.4], [17.8, 59.4], [17.8, 59.2]",
            "[17.8, 59.4], [18.0, 59.4], [18.0, 59.6], [17.8, 59.6], [17.8, 59.4]",
        ),
        &["municipalities.geojson", "nothing is left of area"],
    ),
    (
        "manifest.toml",
        Replace(
            "borders = [{ file = \"municipalities.geojson\", code = \"code\" }]",
            "borders = [{ file = \"municipalities.geojson\", code = \"code\" }, { file = \"municipalities.geojson\", code = \"code\" }]",
        ),
        &["two files draw 0114"],
    ),
    (
        "manifest.toml",
        Replace(
            "vintage = 2025\nareas = [{ file = \"municipalities.geojson\"",
            "vintage = 2025\nn_areas = 2\nareas = [{ file = \"municipalities.geojson\"",
        ),
        &["municipality 2025: the lists have 3 areas, the manifest says that there are 2"],
    ),
    (
        "manifest.toml",
        Replace(
            "areas = [{ file = \"municipalities.geojson\", code = \"code\", name = \"name\" }]",
            "areas = [{ file = \"municipalities.geojson\", code = \"code\", name = \"name\", parent = \"name\" }]",
        ),
        &["municipalities.geojson, feature 1, property name: “Upplands Väsby” is not a valid area code"],
    ),
    // Its own parent.
    (
        "manifest.toml",
        Replace(
            "areas = [{ file = \"municipalities.geojson\", code = \"code\", name = \"name\" }]",
            "areas = [{ file = \"municipalities.geojson\", code = \"code\", name = \"name\", parent = \"code\" }]",
        ),
        &["0114"],
    ),
];
