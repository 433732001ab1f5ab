//! How values stand in JSON: an array of numbers and nulls, whole numbers written without a fraction, beside a sparse
//! object of status letters.

use super::Value;
use super::json::{FromJson, Keyed, Place};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

/// A column of values as files hold it: `{"value": [1, null, 2.5], "status": {"1": "c"}}`.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberColumn(pub Vec<Value>);

#[derive(Serialize)]
struct Parts {
    #[serde(serialize_with = "write_numbers")]
    value: Vec<Option<f64>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    status: Keyed<usize, String>,
}

impl Serialize for NumberColumn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, status) = parts(&self.0);
        Parts { value, status }.serialize(serializer)
    }
}

impl FromJson for NumberColumn {
    fn from_json(json: &Place) -> Self {
        let (value, status): (Vec<_>, Keyed<_, _>) = (json.member("value"), json.member_or_default("status"));
        let values = joined(&value, &status).map_err(|problem| json.fault(problem));
        Self(values.unwrap_or_default())
    }
}

/// Numbers and status letters of values, the letters keyed by position and only where there are any.
pub(super) fn parts(values: &[Value]) -> (Vec<Option<f64>>, Keyed<usize, String>) {
    let numbers = values.iter().map(|value| value.number()).collect();
    let statuses = values.iter().map(|value| value.status()).enumerate();
    (numbers, statuses.filter(|(_, status)| !status.is_empty()).collect())
}

/// The values that numbers and sparse status letters mean; a sentence that names the position where they contradict
/// each other.
pub(super) fn joined(numbers: &[Option<f64>], status: &Keyed<usize, String>) -> Result<Vec<Value>, String> {
    if let Some((position, _)) = status.entries().last().filter(|(last, _)| *last >= numbers.len()) {
        return Err(format!("status has position {position}, but there are only {} values", numbers.len()));
    }
    let value_at = |(position, number): (usize, &Option<f64>)| {
        Value::from_parts(*number, status.get(&position).map_or("", String::as_str))
            .map_err(|problem| format!("value {position}: {problem}"))
    };
    numbers.iter().enumerate().map(value_at).collect()
}

/// Writes whole numbers as `12`, not `12.0`: a quarter of the bytes of a table of counts.
pub(super) fn write_numbers<S: Serializer>(
    numbers: &[Option<f64>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    /// Below 2⁵³ every whole number is exact in an `f64`.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let mut seq = serializer.serialize_seq(Some(numbers.len()))?;
    for number in numbers {
        match number {
            Some(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "checked to be whole and exact just above"
                )]
                seq.serialize_element(&(*number as i64))?;
            }
            other => seq.serialize_element(other)?,
        }
    }
    seq.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Absence, Flags, json};

    #[test]
    fn a_column_round_trips_and_writes_whole_numbers_short() {
        let column = NumberColumn(vec![
            Value::Number(12.0, Flags::NONE),
            Value::Absent(Absence::Suppressed),
            Value::Number(-0.25, Flags::BREAK),
        ]);
        let json = serde_json::to_string(&column).unwrap();
        assert_eq!(json, r#"{"value":[12,null,-0.25],"status":{"1":"c","2":"b"}}"#);
        assert_eq!(json::read::<NumberColumn>(json.as_bytes()).unwrap(), column);
    }

    #[test]
    fn contradictions_name_their_position() {
        for (json, part) in [
            (r#"{"value":[1,2],"status":{"1":"c"}}"#, "value 1"),
            (r#"{"value":[1],"status":{"7":"c"}}"#, "position 7"),
        ] {
            let error = json::read::<NumberColumn>(json.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
    }
}
