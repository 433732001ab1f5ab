//! Where the world lies on the screen: one scale, no rotation.

use super::grid::Bounds;

/// `x = k·E + tx`, `y = ty − k·N`: pixels from metres. Screen y points down, north points up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Pixels per metre.
    pub k: f64,
    /// Screen x of world easting 0.
    pub tx: f64,
    /// Screen y of world northing 0.
    pub ty: f64,
}

impl Viewport {
    /// The viewport that shows all of `bounds` in the middle of `width` × `height` pixels, with `padding` pixels
    /// free on each side. A single point is shown at one metre a pixel; so is an empty box, at the world's origin.
    pub fn fitted(bounds: &Bounds, width: f64, height: f64, padding: f64) -> Viewport {
        let room = |pixels: f64| (pixels - 2.0 * padding).max(1.0);
        let k = (room(width) / bounds.width()).min(room(height) / bounds.height());
        let k = if k.is_finite() && k > 0.0 { k } else { 1.0 };
        let center = if bounds.is_empty() { [0.0; 2] } else { bounds.center() };
        Viewport { k, tx: width / 2.0 - k * center[0], ty: height / 2.0 + k * center[1] }
    }

    /// Screen position of a world position.
    pub fn screen_from_world(&self, world: [f64; 2]) -> [f64; 2] {
        [self.k * world[0] + self.tx, self.ty - self.k * world[1]]
    }

    /// World position of a screen position.
    pub fn world_from_screen(&self, screen: [f64; 2]) -> [f64; 2] {
        [(screen[0] - self.tx) / self.k, (self.ty - screen[1]) / self.k]
    }

    /// Scaled by `factor` with the screen position `about` keeping its place in the world.
    pub fn zoomed(&self, factor: f64, about: [f64; 2]) -> Viewport {
        Viewport {
            k: self.k * factor,
            tx: about[0] + (self.tx - about[0]) * factor,
            ty: about[1] + (self.ty - about[1]) * factor,
        }
    }

    /// Moved by whole screen distances: what was at `[0, 0]` is then at `by`.
    pub fn panned(&self, by: [f64; 2]) -> Viewport {
        Viewport { k: self.k, tx: self.tx + by[0], ty: self.ty + by[1] }
    }

    /// The same view in device pixels, where one screen pixel is `ratio` device pixels wide.
    pub fn scaled(&self, ratio: f64) -> Viewport {
        Viewport { k: self.k * ratio, tx: self.tx * ratio, ty: self.ty * ratio }
    }

    /// The part of the world on a screen of this size.
    pub fn visible(&self, width: f64, height: f64) -> Bounds {
        let north_west = self.world_from_screen([0.0, 0.0]);
        let south_east = self.world_from_screen([width, height]);
        Bounds { min: [north_west[0], south_east[1]], max: [south_east[0], north_west[1]] }
    }

    /// Brought back so that `world` cannot be lost from a screen of this size: the scale is at least the one that
    /// fits the whole of it and at most `k_max`; along an axis where the world is larger than the screen no
    /// empty edge shows, along the other one it stays in the middle.
    pub fn clamped(&self, world: &Bounds, width: f64, height: f64, k_max: f64) -> Viewport {
        let whole = Viewport::fitted(world, width, height, 0.0);
        let k = self.k.clamp(whole.k, k_max.max(whole.k));
        let middle = [width / 2.0, height / 2.0];
        let view = if k == self.k { *self } else { self.zoomed(k / self.k, middle) };
        let along = |offset: f64, low: f64, high: f64, size: f64, middle: f64| {
            if (high - low) * k <= size {
                middle
            } else {
                // Screen position of the low edge must not be right of 0, of the high edge not left of `size`.
                offset.min(-low * k).max(size - high * k)
            }
        };
        let center = world.center();
        Viewport {
            k,
            tx: along(view.tx, world.min[0], world.max[0], width, middle[0] - k * center[0]),
            ty: along(view.ty, -world.max[1], -world.min[1], height, middle[1] + k * center[1]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SWEDEN: Bounds = Bounds { min: [270_000.0, 6_130_000.0], max: [920_000.0, 7_680_000.0] };

    fn near(a: [f64; 2], b: [f64; 2], within: f64) -> bool {
        (a[0] - b[0]).abs() < within && (a[1] - b[1]).abs() < within
    }

    #[test]
    fn world_and_screen_are_inverses_and_north_is_up() {
        let view = Viewport::fitted(&SWEDEN, 1280.0, 800.0, 16.0);
        let stockholm = [674_000.0, 6_580_000.0];
        assert!(near(view.world_from_screen(view.screen_from_world(stockholm)), stockholm, 1e-6));
        let north = view.screen_from_world([674_000.0, 7_000_000.0]);
        assert!(north[1] < view.screen_from_world(stockholm)[1]);
    }

    #[test]
    fn a_fitted_world_touches_the_padding_on_its_longer_side_only() {
        let view = Viewport::fitted(&SWEDEN, 1280.0, 800.0, 16.0);
        let north_west = view.screen_from_world([SWEDEN.min[0], SWEDEN.max[1]]);
        let south_east = view.screen_from_world([SWEDEN.max[0], SWEDEN.min[1]]);
        assert!((north_west[1] - 16.0).abs() < 1e-6 && (south_east[1] - 784.0).abs() < 1e-6);
        assert!(north_west[0] > 16.0 && (north_west[0] + south_east[0] - 1280.0).abs() < 1e-6);
    }

    #[test]
    fn zooming_keeps_the_place_under_the_pointer() {
        let view = Viewport::fitted(&SWEDEN, 1280.0, 800.0, 16.0);
        let about = [300.0, 200.0];
        let closer = view.zoomed(2.5, about);
        assert!(near(closer.world_from_screen(about), view.world_from_screen(about), 1e-6));
        assert!((closer.k / view.k - 2.5).abs() < 1e-12);
        assert!(near(
            closer.zoomed(1.0 / 2.5, about).screen_from_world([5e5, 7e6]),
            view.screen_from_world([5e5, 7e6]),
            1e-6
        ));
    }

    #[test]
    fn clamping_leaves_a_good_view_alone_and_brings_a_lost_one_back() {
        let good = Viewport::fitted(&SWEDEN, 1280.0, 800.0, 0.0).zoomed(8.0, [640.0, 400.0]);
        assert_eq!(good.clamped(&SWEDEN, 1280.0, 800.0, 1.0), good);
        let lost = good.panned([1e7, -1e7]).clamped(&SWEDEN, 1280.0, 800.0, 1.0);
        let seen = lost.visible(1280.0, 800.0);
        assert!(seen.min[0] >= SWEDEN.min[0] - 1.0 && seen.min[1] >= SWEDEN.min[1] - 1.0);
        assert!(seen.max[0] <= SWEDEN.max[0] + 1.0 && seen.max[1] <= SWEDEN.max[1] + 1.0);
        let far = good.zoomed(1e-6, [0.0, 0.0]).clamped(&SWEDEN, 1280.0, 800.0, 1.0);
        let whole = Viewport::fitted(&SWEDEN, 1280.0, 800.0, 0.0);
        assert!((far.k - whole.k).abs() < 1e-12 && (far.tx - whole.tx).abs() < 1e-6);
    }

    #[test]
    fn a_point_or_nothing_still_gives_a_view() {
        let point = Bounds { min: [5.0, 6.0], max: [5.0, 6.0] };
        assert_eq!(Viewport::fitted(&point, 100.0, 50.0, 4.0).screen_from_world([5.0, 6.0]), [50.0, 25.0]);
        assert_eq!(Viewport::fitted(&Bounds::EMPTY, 100.0, 50.0, 4.0).k, 1.0);
        assert_eq!(Viewport::fitted(&point, 0.0, 0.0, 4.0).k, 1.0);
    }
}
