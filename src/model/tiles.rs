//! `tiles/<level>-<vintage>.json`: the population-true layout of a level, in hexagons.

use super::json::{FromJson, Place};

/// Where the hexagons of each area lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiles {
    /// `[row, column]` of each area's hexagons, in the order of the level's list of areas. Rows count from the north,
    /// columns from the west; hexagons have a corner up, and odd rows lie half a hexagon further east.
    pub areas: Vec<Vec<[i32; 2]>>,
}

impl FromJson for Tiles {
    /// From columns that must fit together.
    fn from_json(json: &Place) -> Self {
        let counts: Vec<usize> = json.member("counts");
        let (rows, columns): (Vec<i32>, Vec<i32>) = (json.member("rows"), json.member("columns"));
        let total = counts.iter().try_fold(0_usize, |sum, count| sum.checked_add(*count));
        if json.is_sound() && (total != Some(rows.len()) || rows.len() != columns.len()) {
            json.fault(format!(
                "counts must add up to the number of rows and of columns, found {} rows and {} columns",
                rows.len(),
                columns.len()
            ));
            return Self { areas: Vec::new() };
        }
        let mut places = rows.iter().zip(&columns).map(|(row, column)| [*row, *column]);
        Self { areas: counts.iter().map(|count| places.by_ref().take(*count).collect()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::json::read;

    #[test]
    fn columns_become_places_and_must_fit_together() {
        let tiles_of = |text: &str| read::<Tiles>(text.as_bytes());
        let tiles = tiles_of(r#"{"version":1,"counts":[2,0,1],"rows":[1,2,3],"columns":[4,5,6]}"#).unwrap();
        assert_eq!(tiles.areas, [vec![[1, 4], [2, 5]], vec![], vec![[3, 6]]]);
        let error = tiles_of(r#"{"counts":[2],"rows":[1],"columns":[4]}"#).unwrap_err().to_string();
        assert!(error.contains("found 1 rows and 1 columns"), "{error}");
    }
}
