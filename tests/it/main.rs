//! The one integration target: each module tests one promise of the whole.

mod architecture;
mod bad_input;
mod charts;
mod color;
mod demonstration;
mod edition;
mod fetch;
mod geo;
mod json_stat;
mod measure;
mod methods;
mod reference;
mod route;
mod segregation;
mod sentences;
mod serve;
