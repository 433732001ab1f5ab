//! Pointers on the map, turned into a new view. Pure: positions and a clock come in, a view goes out.
//!
//! One finger scrolls the page and two move the map, as on other maps in long pages; a mouse drags with one button.
//! The wheel zooms with Ctrl only, so that a reader who scrolls past is not caught.

use crate::geo::viewport::Viewport;

/// How a pointer touches the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointerKind {
    /// A finger.
    Touch,
    /// A mouse or pen.
    Precise,
}

/// The pointers that are down.
#[derive(Debug, Clone, Default)]
pub struct Gesture {
    down: Vec<(i32, [f64; 2])>,
    travelled: f64,
    most: usize,
}

/// Movement under this many CSS pixels is a click, not a drag.
const SLOP: f64 = 5.0;

impl Gesture {
    /// A pointer came down.
    pub fn press(&mut self, id: i32, at: [f64; 2]) {
        if self.down.is_empty() {
            self.travelled = 0.0;
            self.most = 0;
        }
        self.down.retain(|(known, _)| *known != id);
        self.down.push((id, at));
        self.most = self.most.max(self.down.len());
    }

    /// A pointer moved. Returns the view to show, if the movement is ours and not the page's.
    pub fn drag(&mut self, id: i32, to: [f64; 2], kind: PointerKind, view: Viewport) -> Option<Viewport> {
        let before: Vec<[f64; 2]> = self.down.iter().map(|(_, at)| *at).collect();
        let moved = self.down.iter_mut().find(|(known, _)| *known == id)?;
        self.travelled += distance(moved.1, to);
        moved.1 = to;
        let after: Vec<[f64; 2]> = self.down.iter().map(|(_, at)| *at).collect();
        match (before.as_slice(), after.as_slice()) {
            ([from], [to]) if kind == PointerKind::Precise && self.travelled > SLOP => {
                Some(view.panned([to[0] - from[0], to[1] - from[1]]))
            }
            ([a, b, ..], [c, d, ..]) => {
                let (from, to) = (middle(*a, *b), middle(*c, *d));
                let factor = distance(*c, *d).max(1.0) / distance(*a, *b).max(1.0);
                Some(view.panned([to[0] - from[0], to[1] - from[1]]).zoomed(factor, to))
            }
            _ => None,
        }
    }

    /// A pointer went up. Returns whether the whole gesture was a click.
    pub fn release(&mut self, id: i32) -> bool {
        let known = self.down.iter().any(|(down, _)| *down == id);
        self.down.retain(|(down, _)| *down != id);
        known && self.down.is_empty() && self.most == 1 && self.travelled <= SLOP
    }

    /// A pointer was taken over by the page (a scroll): nothing happened.
    pub fn cancel(&mut self, id: i32) {
        self.down.retain(|(down, _)| *down != id);
        self.travelled = f64::INFINITY;
    }

    /// Whether the map is being moved.
    pub fn is_moving(&self) -> bool {
        !self.down.is_empty() && self.travelled > SLOP
    }
}

/// How much a wheel event zooms: a notch of 100 px is a fifth; trackpads send many small ones.
pub fn wheel_factor(delta_y: f64) -> f64 {
    2_f64.powf((-delta_y / 400.0).clamp(-1.0, 1.0))
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn middle(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [f64::midpoint(a[0], b[0]), f64::midpoint(a[1], b[1])]
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Viewport = Viewport { k: 0.001, tx: 0.0, ty: 7000.0 };

    #[test]
    fn a_mouse_drag_keeps_the_world_under_the_pointer_and_is_no_click() {
        let mut gesture = Gesture::default();
        gesture.press(1, [100.0, 100.0]);
        let view = gesture.drag(1, [140.0, 90.0], PointerKind::Precise, VIEW).unwrap();
        assert_eq!(view.world_from_screen([140.0, 90.0]), VIEW.world_from_screen([100.0, 100.0]));
        assert!(!gesture.release(1));
    }

    #[test]
    fn a_shaky_click_is_a_click() {
        let mut gesture = Gesture::default();
        gesture.press(1, [100.0, 100.0]);
        assert_eq!(gesture.drag(1, [102.0, 101.0], PointerKind::Precise, VIEW), None);
        assert!(gesture.release(1));
    }

    #[test]
    fn one_finger_is_the_pages_and_two_are_the_maps() {
        let mut gesture = Gesture::default();
        gesture.press(1, [100.0, 100.0]);
        assert_eq!(gesture.drag(1, [100.0, 300.0], PointerKind::Touch, VIEW), None);
        gesture.press(2, [200.0, 300.0]);
        let view = gesture.drag(2, [300.0, 300.0], PointerKind::Touch, VIEW).unwrap();
        assert!((view.k / VIEW.k - 2.0).abs() < 1e-12, "fingers twice as far apart");
        assert!(!gesture.release(1) && !gesture.release(2));
    }

    #[test]
    fn a_finger_whose_gesture_the_page_took_over_chooses_nothing() {
        let mut gesture = Gesture::default();
        gesture.press(1, [0.0, 0.0]);
        gesture.cancel(1);
        assert!(!gesture.release(1));
    }
}
