//! The one integration target: each module tests one promise of the whole.

mod architecture;
mod bad_input;
mod bench;
mod changes;
mod charts;
mod claims;
mod color;
mod connectors;
mod demonstration;
mod edition;
mod export;
mod fetch;
mod geo;
mod json_stat;
mod kill;
mod map;
mod map_file;
mod measure;
mod methods;
mod real;
mod reference;
mod route;
mod segregation;
mod sentences;
mod serve;
