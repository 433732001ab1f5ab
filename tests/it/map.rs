//! The map: what is drawn is what the borders say, at every ratio and size.

#![expect(clippy::unwrap_used, reason = "what cannot be unwrapped here has failed the test")]

use lagesbild::geo::arcs;
use lagesbild::geo::lines::kind_and_strength;
use lagesbild::geo::point_in_area::AreaIndex;
use lagesbild::geo::topology::Topology;
use lagesbild::geo::viewport::Viewport;
use lagesbild::map::choropleth::{Ink, LineColors};
use lagesbild::map::inset;
use lagesbild::map::picture::{Picture, device};
use lagesbild::map::scene::Scene;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The municipalities as the package has them.
fn municipalities() -> Topology {
    arcs::decode(include_bytes!("../../public/borders/municipality.arcs")).unwrap().0
}

fn scene() -> Scene {
    let topology = municipalities();
    let n = u32::try_from(topology.n_areas()).unwrap();
    // Any larger areas will do: every tenth municipality begins a new one.
    Scene::new(topology, vec![(0..n).map(|area| area / 10).collect()])
}

fn picture(scene: &Scene, (width, height): (f64, f64), ratio: f64, view: Viewport, n_rows: u32) -> Picture {
    let mut picture = Picture::default();
    picture.begin([device(width, ratio), device(height, ratio)], ratio, view, &[]);
    while !picture.is_done() {
        picture.advance(scene, n_rows);
    }
    picture
}

fn unit(random: &mut ChaCha8Rng) -> f64 {
    f64::from(random.next_u32()) / f64::from(u32::MAX)
}

#[test]
fn the_area_drawn_at_ten_thousand_points_is_the_area_that_lies_there() {
    let scene = scene();
    let index = AreaIndex::new(&scene.topology);
    let size = (720.0, 640.0);
    let whole = scene.whole(size.0, size.1);
    let close = whole.zoomed(9.0, [300.0, 470.0]);
    let mut random = ChaCha8Rng::seed_from_u64(10_000);
    for (ratio, view) in [(1.0, whole), (1.5, close), (2.0, whole), (3.0, close)] {
        let picture = picture(&scene, size, ratio, view, 48);
        let (mut n_inside, mut n_beside) = (0, 0);
        for _ in 0..2_500 {
            let at = [unit(&mut random) * size.0, unit(&mut random) * size.1];
            let drawn = picture.area_at(at);
            // A pixel shows the area at its middle.
            let middle = at.map(|side| ((side * ratio).floor() + 0.5) / ratio);
            let exact = |at| index.area_at(&scene.topology, view.world_from_screen(at));
            assert_eq!(drawn, exact(middle), "ratio {ratio}, at {at:?}");
            n_inside += usize::from(drawn.is_some());
            // Where the point itself is in another area, a border runs between it and the middle of its pixel.
            if exact(at) != drawn {
                n_beside += 1;
                let half = 0.5 / ratio;
                assert!((0..2).all(|axis| (at[axis] - middle[axis]).abs() <= half + 1e-9));
            }
        }
        assert!(n_inside > 300, "ratio {ratio}: {n_inside} of 2,500 points lie in an area");
        assert!(n_beside < 150, "ratio {ratio}: {n_beside} points in a pixel with a border");
    }
}

#[test]
fn a_picture_made_in_slices_is_the_picture_made_at_once() {
    let scene = scene();
    let view = scene.whole(500.0, 700.0).zoomed(4.0, [250.0, 500.0]);
    let colored = |picture: &Picture| {
        let [width, height] = picture.size();
        let colors = LineColors { between: [255; 4], outer: [0, 0, 0, 255] };
        let inks: Vec<Ink> =
            (0..=255_u8).cycle().take(290).map(|n| Ink::Solid([n, 99, 255 - n, 255])).collect();
        let mut pixels = vec![0; width as usize * height as usize * 4];
        picture.color(&inks, &colors, &mut pixels);
        pixels
    };
    let whole = colored(&picture(&scene, (500.0, 700.0), 1.5, view, u32::MAX));
    for n_rows in [1, 48, 517] {
        assert!(
            colored(&picture(&scene, (500.0, 700.0), 1.5, view, n_rows)) == whole,
            "{n_rows} rows a slice"
        );
    }
}

#[test]
fn every_pixel_of_an_area_is_coloured() {
    let scene = scene();
    for (size, ratio, zoom) in
        [((1280.0, 800.0), 1.0, 1.0), ((320.0, 500.0), 2.0, 1.0), ((600.0, 600.0), 1.0, 3.0)]
    {
        let whole = scene.whole(size.0 - 150.0, size.1);
        let places = [[674_000.0, 6_580_000.0], [319_000.0, 6_400_000.0], [374_000.0, 6_163_000.0]];
        let insets = if zoom > 1.0 { Vec::new() } else { inset::placed(&places, size.0, size.1).0 };
        let mut picture = Picture::default();
        let view = whole.zoomed(zoom, [400.0, 300.0]);
        picture.begin([device(size.0, ratio), device(size.1, ratio)], ratio, view, &insets);
        picture.advance(&scene, u32::MAX);
        let [width, height] = picture.size();
        let inks = vec![Ink::Solid([200, 0, 0, 255]); 290];
        let colors = LineColors { between: [255; 4], outer: [0, 0, 0, 255] };
        let mut all = vec![0; width as usize * height as usize * 4];
        picture.color(&inks, &colors, &mut all);
        // Every pixel with an area or a line in it has a colour.
        for y in 0..height {
            for x in 0..width {
                let at = [x, y].map(|side| (f64::from(side) + 0.5) / ratio);
                let opacity = all[(y * width + x) as usize * 4 + 3];
                assert!(opacity > 0 || picture.area_at(at).is_none(), "{size:?}, pixel {x}, {y}");
            }
        }
        assert!(all.iter().any(|byte| *byte > 0));
    }
}

#[test]
fn a_figure_without_size_or_broader_than_any_screen_does_no_harm() {
    let scene = scene();
    for (width, height) in
        [(0.0, 0.0), (0.0, 300.0), (1.0, 1.0), (320.0, 1.0), (10_000.0, 300.0), (320.0, 480.0)]
    {
        let picture = picture(&scene, (width, height), 1.0, scene.whole(width, height), 48);
        assert!(picture.is_done());
        for [left, top, wide, high] in picture.parts() {
            assert!(left + wide <= picture.size()[0] && top + high <= picture.size()[1]);
        }
        assert_eq!(picture.area_at([width + 5.0, 5.0]), None);
    }
    // A canvas has no side beyond 16,384 pixels.
    assert_eq!([device(10_000.0, 3.0), device(-4.0, 2.0), device(f64::NAN, 1.0)], [16_384, 0, 0]);
    assert_eq!(kind_and_strength(0).1, 0);
}
