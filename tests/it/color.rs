//! The palettes hold for every reader: class by class, ground by ground, vision by vision.

use lagesbild::color::{
    CATEGORICAL_COUNT, Ground, Oklab, Pattern, Rgb, Role, Scale, Vision, absence_mark, categorical,
    class_colors, contrast, difference, diverging_colors, simulated,
};

fn seen(first: Rgb, second: Rgb, vision: Vision) -> f64 {
    difference(simulated(first, vision), simulated(second, vision))
}

#[test]
fn neighbouring_classes_are_told_apart_up_to_seven() {
    // 0.08 in OKLab is four times what is seen side by side; classes on a map are seldom side by side with their key.
    for ground in Ground::ALL {
        for scale in Scale::ALL {
            for n in 2..=7 {
                let colors = class_colors(scale, n, ground);
                assert_eq!(colors.len(), n);
                for vision in Vision::ALL {
                    for pair in colors.windows(2) {
                        let found = seen(pair[0], pair[1], vision);
                        assert!(
                            found >= 0.08,
                            "{scale:?} {n} {ground:?} {vision:?}: {} {} {found}",
                            pair[0],
                            pair[1]
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn lightness_is_strictly_monotone() {
    let lightness = |color: &Rgb| Oklab::from(*color).l;
    for ground in Ground::ALL {
        let darker = |pair: &[Rgb]| match ground {
            Ground::Light => lightness(&pair[1]) < lightness(&pair[0]),
            Ground::Dark => lightness(&pair[1]) > lightness(&pair[0]),
        };
        for n in 2..=9 {
            for scale in [Scale::Petrol, Scale::Plum] {
                assert!(class_colors(scale, n, ground).windows(2).all(darker), "{scale:?} {n} {ground:?}");
            }
            let diverging = class_colors(Scale::Diverging, n, ground);
            let (below, above) = diverging.split_at(n / 2);
            assert!(above.windows(2).all(darker), "{n} {ground:?}");
            let outwards: Vec<Rgb> = below.iter().rev().copied().collect();
            assert!(outwards.windows(2).all(darker), "{n} {ground:?}");
        }
    }
}

#[test]
fn the_two_arms_of_a_diverging_scale_are_never_confused() {
    for ground in Ground::ALL {
        for arm in 1..=4 {
            let colors = diverging_colors(arm, true, arm, ground);
            for step in 0..arm {
                for vision in Vision::ALL {
                    let found = seen(colors[step], colors[2 * arm - step], vision);
                    assert!(found >= 0.10, "{ground:?} {arm} {step} {vision:?} {found}");
                }
            }
        }
    }
}

#[test]
fn unequal_arms_keep_equal_strength_at_equal_distance() {
    for ground in Ground::ALL {
        let full = diverging_colors(3, true, 3, ground);
        assert_eq!(diverging_colors(1, true, 3, ground), full[2..]);
        assert_eq!(diverging_colors(3, false, 0, ground), full[..3]);
    }
}

#[test]
fn series_stand_out_from_the_ground_and_from_each_other() {
    for ground in Ground::ALL {
        let paper = Role::Ground.color(ground);
        let colors: Vec<Rgb> = (0..CATEGORICAL_COUNT).map(|slot| categorical(slot, ground)).collect();
        for (slot, &color) in colors.iter().enumerate() {
            // Lines need 3; their labels are text in the same color and need 4.5.
            // Also where a figure lies on a raised surface, a shade nearer to it than the paper.
            let surface = match ground {
                Ground::Light => Rgb::hex(0xFF_FF_FF),
                Ground::Dark => Rgb::hex(0x1C_21_24),
            };
            for under in [paper, surface] {
                assert!(contrast(color, under) >= 4.5, "{ground:?} {slot} {}", contrast(color, under));
            }
            for &earlier in &colors[..slot] {
                for vision in Vision::ALL {
                    let found = seen(color, earlier, vision);
                    assert!(found >= 0.08, "{ground:?} {vision:?}: {color} {earlier} {found}");
                }
            }
        }
    }
}

#[test]
fn text_roles_reach_their_contrast() {
    for ground in Ground::ALL {
        let paper = Role::Ground.color(ground);
        assert!(contrast(Role::Ink.color(ground), paper) >= 7.0);
        assert!(contrast(Role::Muted.color(ground), paper) >= 4.5);
        assert!(contrast(Role::Axis.color(ground), paper) >= 3.0);
    }
}

#[test]
fn absences_look_like_no_class_and_like_no_other_absence() {
    for ground in Ground::ALL {
        let marks = ['c', 'm', 'z'].map(|letter| absence_mark(letter, ground));
        for (first, second) in [(0, 1), (0, 2), (1, 2)] {
            assert_ne!(marks[first].pattern, marks[second].pattern);
        }
        // A pattern is told from every flat class by being one: its strokes must be seen.
        for mark in marks {
            let floor = if mark.pattern == Pattern::Lines { 1.8 } else { 3.0 };
            assert!(contrast(mark.fill, mark.stroke) >= floor, "{ground:?} {mark:?}");
        }
    }
}
