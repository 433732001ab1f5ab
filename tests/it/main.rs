//! The one integration target: each module tests one promise of the whole.

mod architecture;
mod charts;
mod color;
mod fetch;
mod geo;
mod methods;
mod reference;
mod route;
