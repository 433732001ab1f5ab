//! What a page's program asks for first is on its way together with the program.

use super::Content;
use super::render::Kind;
use crate::components::exploration::defaults::default_indicator;
use crate::model::paths::{self, Detail};
use crate::model::{AreaCode, Catalogue, Level, Vintage};

/// Elements for the end of a page's head. The files are named for the loader, which fetches them once into the browser's
/// cache: browsers take no integrity for preloads of this kind and would fetch them a second time, while the program's own
/// request finds them there and checks them. After each file's address its integrity stands as the fragment, which no
/// request sends: the program need not fetch the list of a folder with hundreds of files to know one of them.
pub(super) fn beforehand(kind: &Kind, content: &Content) -> String {
    let files = files(kind, &content.catalogue);
    let addresses: Vec<String> = files
        .iter()
        .filter_map(|path| Some(format!("/data/{}/{path}#{}", content.edition, content.integrity.get(path)?)))
        .collect();
    let mut html = String::new();
    if !addresses.is_empty() {
        html += &format!(r#"<meta name="lagesbild-first" content="{}">"#, addresses.join(" "));
    }
    if matches!(kind, Kind::Explore) {
        html += &format!(r#"<meta name="lagesbild-asked" content="{}">"#, asked(content));
    }
    html
}

/// The folders in which those files are.
pub(super) fn folders(catalogue: &Catalogue) -> Vec<String> {
    let of_indicators = catalogue.indicators.iter().map(|indicator| paths::about(&indicator.slug));
    let others = [
        paths::CATALOGUE.to_owned(),
        paths::areas(Level::County, Vintage(0)),
        paths::boundaries(Level::County, Vintage(0), Detail::Low),
        paths::boundary_detail(&AreaCode::nation(), Vintage(0)),
        paths::profile(&AreaCode::nation()),
    ];
    of_indicators.chain(others).map(|path| paths::listed_in(&path).to_owned()).collect()
}

/// The files that the explorer needs because its address asks for them, as rules that the loader reads: conditions on the
/// address, then files. A view without a shape is a map, which needs borders.
fn asked(content: &Content) -> String {
    let file = |path: String| format!("/data/{}/{path}", content.edition);
    let lists = [paths::listed_in(&paths::about("{indicator}")).to_owned(), "boundaries".to_owned()];
    let [of_indicator, of_borders] = lists.map(|folder| file(paths::file_list(&folder)));
    let small = [Level::Regso, Level::Deso].into_iter();
    let rules = small.filter_map(|level| content.catalogue.level(level)).flat_map(|entry| {
        let (level, vintage) = (entry.level, entry.vintage);
        let history = paths::history("{indicator}", level, vintage);
        let borders = paths::boundaries(level, vintage, Detail::Medium);
        [
            format!("level={level},vintage= {}", file(paths::areas(level, vintage))),
            format!("indicator,level={level},vintage= {}", file(history)),
            format!("level={level},vintage=,view=,map= {of_borders} {}", file(borders)),
        ]
    });
    std::iter::once(format!("indicator {of_indicator}")).chain(rules).collect::<Vec<_>>().join(";")
}

/// The files that every reader of the page's address needs, whatever its query asks for.
fn files(kind: &Kind, catalogue: &Catalogue) -> Vec<String> {
    let vintage = |level: Level| catalogue.level(level).map_or(Vintage(0), |entry| entry.vintage);
    let areas = |level: Level| paths::areas(level, vintage(level));
    let basics = || vec![paths::CATALOGUE.to_owned(), areas(Level::County), areas(Level::Municipality)];
    let histories = |slug: &str| -> Vec<String> {
        let indicator = catalogue.indicator(slug);
        let tables = [Level::Nation, Level::County, Level::Municipality].map(|level| {
            let table = indicator?.table(level)?;
            Some(paths::history(slug, level, table.vintage))
        });
        tables.into_iter().flatten().collect()
    };
    let own = match kind {
        Kind::Start => {
            let level = Level::Municipality;
            let borders = paths::boundaries(level, vintage(level), Detail::Medium);
            let slug = default_indicator(catalogue).map_or("", |indicator| &indicator.slug);
            histories(slug).into_iter().chain([borders]).collect()
        }
        Kind::Place(profile) | Kind::Area(profile, _) => {
            let smaller = profile.inside.as_ref().and_then(|inside| inside.smaller.as_ref());
            let borders = smaller.map(|smaller| paths::boundary_detail(&profile.area, smaller.vintage));
            [paths::profile(&profile.area)].into_iter().chain(borders).collect()
        }
        Kind::AreaTypes => vec![paths::profile(&AreaCode::nation())],
        Kind::Indicator(of) => {
            let slug = &of.indicator.slug;
            histories(slug).into_iter().chain([paths::about(slug)]).collect()
        }
        Kind::Explore | Kind::Compare | Kind::Verify | Kind::Basket => Vec::new(),
        Kind::Theme(..) | Kind::Reading(_) | Kind::NotFound => return Vec::new(),
    };
    basics().into_iter().chain(own).collect()
}
