//! p-values judged together.

/// p-values adjusted after Benjamini & Hochberg (1995): those at most 5 % mark a set in which at most 5 % are
/// expected to be false. Within 0–1, in the order given.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let n = p_values.len() as f64;
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&a, &b| p_values[b].total_cmp(&p_values[a]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least = 1.0_f64;
    for (from_top, &idx) in order.iter().enumerate() {
        least = least.min(p_values[idx] * n / (n - from_top as f64));
        adjusted[idx] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_r_gives_it() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") is 0.02 0.04 0.04 0.02.
        let adjusted = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005]);
        for (found, expected) in adjusted.iter().zip([0.02, 0.04, 0.04, 0.02]) {
            assert!((found - expected).abs() < 1e-15);
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    #[test]
    fn nothing_shrinks_and_the_order_of_p_values_stays() {
        let p_values = [0.9, 0.001, 0.2, 0.2, 0.05, 1.0];
        let adjusted = benjamini_hochberg(&p_values);
        for (p, q) in p_values.iter().zip(&adjusted) {
            assert!(p <= q && *q <= 1.0);
            assert!(p_values.iter().zip(&adjusted).all(|(p_other, q_other)| p_other > p || q_other <= q));
        }
    }
}
