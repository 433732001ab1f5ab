//! In which shape an indicator is shown: a row of radio buttons.

use super::site::use_site;
use crate::markup::{Act, Element, Live, Markup, el};
use crate::route::Shape;

/// The choice of shape.
pub fn shape_picker(shape: &Live<Shape>, choose: &Act<Shape>) -> Markup {
    let t = &use_site().text().explore;
    let option = |own: Shape| {
        let (shape, choose) = (shape.clone(), choose.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "view")
            .class("segment__input")
            .property("checked", move || shape.get() == own)
            .when("change", move || choose.run(own));
        el("label").class("segment").with(input).with(el("span").class("segment__word").with((t.shape)(own)))
    };
    let options: Vec<Element> = Shape::ALL.into_iter().map(option).collect();
    el("fieldset")
        .class("field")
        .with(el("legend").class("field__label").with(t.shapes))
        .with(el("div").class("segments").with(options))
        .into()
}
