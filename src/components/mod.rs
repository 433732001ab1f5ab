//! Parts of pages, one component a file. Each takes plain data or signals as props, so that the same code is rendered
//! to text natively (static pages) and lives in the browser.

pub mod area_values;
pub mod browser;
pub mod chart_figure;
pub mod chosen_areas;
pub mod data_table;
pub mod division_figure;
pub mod downloads;
pub mod exploration;
pub mod figure_frame;
pub mod figures;
pub mod footer;
pub mod header;
pub mod histogram_figure;
pub mod icon;
pub mod indicator_picker;
pub mod level_picker;
pub mod line_figure;
pub mod loaded;
pub mod map_figure;
pub mod map_legend;
pub mod marks;
pub mod municipality_list;
pub mod notices;
pub mod period_slider;
pub mod picture;
pub mod places;
pub mod profile;
pub mod ranking_figure;
pub mod scatter_figure;
pub mod search;
pub mod site;
pub mod strip_figure;
