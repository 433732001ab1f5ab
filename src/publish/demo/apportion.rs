//! Whole numbers that add up.

/// Whole numbers in proportion to weights that add up to `total` exactly: each has its quota rounded down, and those with
/// the largest remainders, the first of equal ones, have one more. All go to the first where no weight is above 0.
pub(super) fn apportioned(total: f64, weights: &[f64]) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return weights.iter().enumerate().map(|(at, _)| if at == 0 { total } else { 0.0 }).collect();
    }
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders: Vec<(f64, usize)> = Vec::with_capacity(weights.len());
    let mut given = 0.0;
    for (at, weight) in weights.iter().enumerate() {
        let quota = total * weight / sum;
        let whole = quota.floor();
        given += whole;
        parts.push(whole);
        remainders.push((quota - whole, at));
    }
    remainders.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, at) in remainders {
        if given >= total {
            break;
        }
        parts[at] += 1.0;
        given += 1.0;
    }
    parts
}

/// Like [`apportioned`], with none above its room; `total` must not be above all rooms together.
pub(super) fn apportioned_within(total: f64, weights: &[f64], rooms: &[f64]) -> Vec<f64> {
    let mut parts = vec![0.0; weights.len()];
    let mut rest = total;
    let mut weights = weights.to_vec();
    // Every round fills at least one part to its room, or is the last.
    for _ in 0..=rooms.len() {
        let more = apportioned(rest, &weights);
        rest = 0.0;
        for (at, more) in more.into_iter().enumerate() {
            parts[at] += more;
            if parts[at] >= rooms[at] {
                rest += parts[at] - rooms[at];
                parts[at] = rooms[at];
                weights[at] = 0.0;
            }
        }
        if rest <= 0.0 {
            break;
        }
        if weights.iter().all(|weight| *weight <= 0.0) {
            // Those without weight take what is left.
            weights = parts.iter().zip(rooms).map(|(part, room)| room - part).collect();
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_whole_and_add_up() {
        assert_eq!(apportioned(10.0, &[1.0, 1.0, 1.0]), [4.0, 3.0, 3.0]);
        assert_eq!(apportioned(7.0, &[0.5, 0.25, 0.25]), [3.0, 2.0, 2.0]);
        assert_eq!(apportioned(5.0, &[0.0, 0.0]), [5.0, 0.0]);
        assert_eq!(apportioned_within(10.0, &[8.0, 1.0, 1.0], &[4.0, 5.0, 5.0]), [4.0, 3.0, 3.0]);
        assert_eq!(apportioned_within(6.0, &[1.0, 0.0], &[2.0, 9.0]), [2.0, 4.0]);
    }
}
