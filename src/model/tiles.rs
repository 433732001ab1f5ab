//! `tiles/<level>-<vintage>.json`: the population-true layout of a level, in hexagons.

use serde::Deserialize;

/// Where the hexagons of each area lie.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Columns")]
pub struct Tiles {
    /// `[row, column]` of each area's hexagons, in the order of the level's list of areas. Rows count from the north,
    /// columns from the west; hexagons have a corner up, and odd rows lie half a hexagon further east.
    pub areas: Vec<Vec<[i32; 2]>>,
}

/// The file's columns before they are checked.
#[derive(Deserialize)]
struct Columns {
    counts: Vec<usize>,
    rows: Vec<i32>,
    columns: Vec<i32>,
}

impl TryFrom<Columns> for Tiles {
    type Error = String;

    fn try_from(file: Columns) -> Result<Self, String> {
        let total = file.counts.iter().try_fold(0_usize, |sum, count| sum.checked_add(*count));
        if total != Some(file.rows.len()) || file.rows.len() != file.columns.len() {
            return Err(format!(
                "counts must add up to the number of rows and of columns, found {} rows and {} columns",
                file.rows.len(),
                file.columns.len()
            ));
        }
        let mut places = file.rows.iter().zip(&file.columns).map(|(row, column)| [*row, *column]);
        let areas = file.counts.iter().map(|count| places.by_ref().take(*count).collect()).collect();
        Ok(Self { areas })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_become_places_and_must_fit_together() {
        let read = |text: &str| serde_json::from_str::<Tiles>(text);
        let tiles = read(r#"{"version":1,"counts":[2,0,1],"rows":[1,2,3],"columns":[4,5,6]}"#).unwrap();
        assert_eq!(tiles.areas, [vec![[1, 4], [2, 5]], vec![], vec![[3, 6]]]);
        let error = read(r#"{"counts":[2],"rows":[1],"columns":[4]}"#).unwrap_err().to_string();
        assert!(error.contains("found 1 rows and 1 columns"), "{error}");
    }
}
