//! What only a browser can tell: the painter's pixels, reading over the network, the clock's marks.
#![cfg(target_arch = "wasm32")]

use lagesbild::color::{Ground, Scale};
use lagesbild::error::Problem;
use lagesbild::fetch::{Files, Http};
use lagesbild::geo::grid::Grid;
use lagesbild::geo::topology::{OUTSIDE, Topology};
use lagesbild::geo::viewport::Viewport;
use lagesbild::map::canvas::{Painter, Sheet};
use lagesbild::map::choropleth::{Ink, Inks, LineColors};
use lagesbild::map::scene::Scene;
use lagesbild::model::{Absence, Flags, Value};
use lagesbild::stats::classification::{Classification, Method};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_device_pixel_has_the_colour_of_the_area_it_lies_in() {
    // Two squares of 10 × 10 metres beside each other.
    let scene = Scene::new(two_squares(), vec![vec![0, 0]]);
    let inks = [Ink::Solid([200, 10, 10, 255]), Ink::Solid([10, 10, 200, 255])];
    // Borders that cannot be seen, so that every pixel has the colour of its area.
    let unseen = LineColors { between: [0; 4], outer: [0; 4] };
    for ratio in [1.0, 1.5, 2.0, 3.0] {
        let fills = canvas();
        let sheet = Sheet {
            sheet: element("div").unchecked_into(),
            canvas: fills.clone(),
            outlines: element("div"),
            names: element("div"),
        };
        let mut painter = Painter::new(sheet).unwrap();
        painter.resize(40.0, 20.0, ratio).unwrap();
        // 2 px a metre, the south-west corner at the lower left.
        let view = Viewport { k: 2.0, tx: 0.0, ty: 20.0 };
        painter.begin(view, &[]);
        painter.advance(&scene, &|| true);
        assert!(painter.is_done());
        painter.take();
        painter.color(&inks, &unseen, true).unwrap();
        let data =
            context(&fills).get_image_data(0.0, 0.0, f64::from(fills.width()), f64::from(fills.height()));
        let data = data.unwrap().data().0;
        let width = fills.width() as usize;
        assert_eq!(f64::from(fills.width()), 40.0 * ratio);
        for (position, pixel) in data.as_chunks::<4>().0.iter().enumerate() {
            let expected = if position % width < width / 2 { [200, 10, 10, 255] } else { [10, 10, 200, 255] };
            assert_eq!(*pixel, expected, "pixel {position} at ratio {ratio}");
        }
        let area_at = |x, y| painter.shown().area_at([x, y]);
        assert_eq!([area_at(1.0, 1.0), area_at(39.0, 19.0)], [Some(0), Some(1)]);
        assert_eq!([area_at(-1.0, 0.0), area_at(41.0, 0.0)], [None, None]);
    }
}

#[wasm_bindgen_test]
fn an_absence_is_no_colour_of_the_scale() {
    let classification = Classification::of(&[1.0, 2.0, 3.0, 4.0, 5.0], Method::Quantile, 5);
    let inks = Inks::new(Scale::Petrol, classification.n_classes(), Ground::Light);
    let values = [Value::Number(1.0, Flags::NONE), Value::Absent(Absence::Missing)];
    let drawn = inks.of(&values, &classification);
    assert!(
        matches!(drawn[0], Ink::Solid(_)) && matches!(drawn[1], Ink::Absent { reason: Absence::Missing, .. })
    );
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_told_from_a_server_that_is_not() {
    let here = Http::new("/no/such/folder").read("current.json", None).await.unwrap_err();
    assert_eq!(here.problem, Problem::NotFound);
    // Nothing listens on the discard port of this machine.
    let nowhere = Http::new("http://127.0.0.1:9").read("current.json", None).await.unwrap_err();
    assert!(matches!(nowhere.problem, Problem::Unreachable(_) | Problem::Offline), "{nowhere}");
}

fn two_squares() -> Topology {
    let grid = Grid { origin: [0.0, 0.0], step: 1.0 };
    let square = |left: i32| vec![vec![[left, 0], [left + 10, 0], [left + 10, 10], [left, 10], [left, 0]]];
    let topology = Topology::from_polygons(grid, &[vec![square(0)], vec![square(10)]]).unwrap();
    let sides: Vec<(u32, u32)> = (0..topology.n_arcs()).map(|arc| topology.sides(arc)).collect();
    assert!(
        sides.iter().any(|(left, right)| *left != OUTSIDE && *right != OUTSIDE),
        "a border between the two"
    );
    topology
}

fn canvas() -> HtmlCanvasElement {
    element("canvas").unchecked_into()
}

fn element(name: &str) -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element(name).unwrap()
}

fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas.get_context("2d").unwrap().unwrap().unchecked_into()
}
