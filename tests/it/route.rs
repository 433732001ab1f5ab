//! Addresses: what is printed reads back as the same route; what people type and old links hold is forgiven.

#![expect(clippy::unwrap_used, reason = "what cannot be unwrapped here has failed the test")]

use lagesbild::model::{AreaCode, Language, Level, Period, Theme, Vintage};
use lagesbild::route::{
    Against, ClassMethod, ColorScheme, EmbedView, FEWEST_CLASSES, Frame, Kept, Limits, MOST_AREAS,
    MOST_CLASSES, MOST_KEPT, MapForm, MapView, Page, Place, Reading, Repair, Route, Shape, View,
};
use lagesbild::stats::classification::Method;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn code(text: &str) -> AreaCode {
    text.parse().unwrap()
}

fn read(address: &str) -> Route {
    Route::parse(address).0
}

#[test]
fn every_page_has_the_addresses_that_the_site_promises() {
    let goteborg = Page::Municipality(Place::new(code("1480"), "Göteborg"));
    let vastra_gotaland = Page::County(Place::new(code("14"), "Västra Götalands län"));
    let table = [
        (Page::Start, "/", "/en/"),
        (Page::Explore, "/utforska/", "/en/explore/"),
        (Page::Indicator("arbetsloshet".into()), "/indikator/arbetsloshet/", "/en/indicator/arbetsloshet/"),
        (Page::Theme(Theme::Housing), "/tema/boende/", "/en/theme/housing/"),
        (Page::Theme(Theme::Health), "/tema/halsa-och-trygghet/", "/en/theme/health/"),
        (goteborg, "/kommun/1480-goteborg/", "/en/municipality/1480-goteborg/"),
        (vastra_gotaland, "/lan/14-vastra-gotalands-lan/", "/en/county/14-vastra-gotalands-lan/"),
        (Page::Area(code("0180R012")), "/omrade/0180R012/", "/en/area/0180R012/"),
        (Page::Compare, "/jamfor/", "/en/compare/"),
        (Page::AreaTypes, "/omradestyper/", "/en/area-types/"),
        (Page::IndexBench, "/matbank/", "/en/measure/"),
        (Page::Verify, "/granska/", "/en/verify/"),
        (Page::Basket, "/korg/", "/en/basket/"),
        (Page::Reading(Reading::Method), "/metod/", "/en/method/"),
        (Page::Reading(Reading::OpenData), "/oppna-data/", "/en/open-data/"),
        (Page::Reading(Reading::EasyToRead), "/lattlast/", "/en/easy-to-read/"),
        (Page::Embed(EmbedView::Shape(Shape::Map)), "/embed/map/", "/embed/map/?lang=en"),
        (Page::Embed(EmbedView::Slope), "/embed/slope/", "/embed/slope/?lang=en"),
        (Page::Embed(EmbedView::Strip), "/embed/strip/", "/embed/strip/?lang=en"),
        (Page::Embed(EmbedView::AreaTypes), "/embed/area-types/", "/embed/area-types/?lang=en"),
        (Page::Embed(EmbedView::WithinBetween), "/embed/within-between/", "/embed/within-between/?lang=en"),
        (Page::Embed(EmbedView::Separation), "/embed/separation/", "/embed/separation/?lang=en"),
        (Page::Embed(EmbedView::Compare), "/embed/compare/", "/embed/compare/?lang=en"),
        (Page::Embed(EmbedView::Pyramid), "/embed/pyramid/", "/embed/pyramid/?lang=en"),
        (Page::Embed(EmbedView::Curve), "/embed/curve/", "/embed/curve/?lang=en"),
        (Page::Embed(EmbedView::Event), "/embed/event/", "/embed/event/?lang=en"),
    ];
    for (page, sv, en) in table {
        let swedish = Route::new(Language::Sv, page.clone());
        let english = Route::new(Language::En, page);
        assert_eq!((swedish.to_string(), english.to_string()), (sv.to_owned(), en.to_owned()));
        assert_eq!((read(sv), read(en)), (swedish.clone(), english.clone()));
        assert_eq!(swedish.alternate(Language::En), english);
        assert_eq!(english.alternate(Language::Sv), swedish);
    }
}

#[test]
fn a_figure_that_is_drawn_beforehand_has_a_path_of_its_own_and_every_other_a_query() {
    for (typed, settled) in [
        ("/embed/line/?indicator=arbetsloshet", "/embed/line/arbetsloshet/"),
        ("/embed/map/?indicator=arbetsloshet&area=01&lang=en", "/embed/map/arbetsloshet/01/en/"),
        ("/embed/line/arbetsloshet/01/?dark=true&plain", "/embed/line/arbetsloshet/01/?theme=dark&plain=1"),
        ("/embed/summary/?area=1480", "/embed/summary/1480/"),
        ("/embed/summary/1480/en/", "/embed/summary/1480/en/"),
        // Not drawn beforehand: two areas, a municipality's line, a period, an edition, another view.
        ("/embed/line/?indicator=a&area=01,03", "/embed/line/?indicator=a&area=01,03"),
        ("/embed/line/?indicator=a&area=01&compare=0180", "/embed/line/?indicator=a&area=01,0180"),
        ("/embed/line/?indicator=a&area=1480", "/embed/line/?indicator=a&area=1480"),
        ("/embed/map/a/?period=2020", "/embed/map/?indicator=a&period=2020"),
        ("/embed/line/a/?edition=0123456789ab", "/embed/line/?indicator=a&edition=0123456789ab"),
        ("/embed/ranking/?indicator=a&lang=en", "/embed/ranking/?indicator=a&lang=en"),
        // Unknown flags are ignored, and what is no flag's value is none.
        ("/embed/map/?colour=pink&plain=maybe&static=0&logo=on", "/embed/map/?logo=1"),
    ] {
        let (route, repairs) = Route::parse(typed);
        assert_eq!((route.to_string().as_str(), &*repairs), (settled, &[][..]), "{typed}");
        assert_eq!(read(settled), route, "{typed}");
        assert!(!route.path().contains('?'), "a canonical link carries no flags");
    }
    let own = |language| Route { language, ..read("/embed/line/arbetsloshet/01/") }.to_string();
    assert_eq!(own(Language::En), "/embed/line/arbetsloshet/01/en/");
    for unknown in
        ["/embed/", "/embed/pie/", "/embed/ranking/a/", "/embed/line/a/1480/", "/embed/summary/00/"]
    {
        assert!(matches!(read(unknown).page, Page::NotFound(_)), "{unknown}");
    }
}

#[test]
fn all_texts_and_themes_have_distinct_addresses() {
    let texts = Reading::ALL.map(Page::Reading).into_iter();
    let mut paths: Vec<String> = texts
        .chain(Theme::ALL.map(Page::Theme))
        .flat_map(|page| Language::ALL.map(|language| Route::new(language, page.clone()).path()))
        .collect();
    let n_paths = paths.len();
    paths.sort();
    paths.dedup();
    assert_eq!((n_paths, paths.len()), (26, 26));
}

#[test]
fn forgiven_addresses_print_in_the_right_form() {
    for (typed, right) in [
        ("", "/"),
        ("/index.html", "/"),
        ("/en", "/en/"),
        ("/kommun/1480-goteborg", "/kommun/1480-goteborg/"),
        ("/kommun/1480-goteborg/index.html", "/kommun/1480-goteborg/"),
        ("//kommun//1480-goteborg/?period=2020#ekonomi", "/kommun/1480-goteborg/?period=2020"),
        ("/kommun/1480-G%C3%B6teborg/", "/kommun/1480/"),
        ("/en/municipality/1480", "/en/municipality/1480/"),
    ] {
        assert_eq!(read(typed).to_string(), right, "{typed}");
    }
}

#[test]
fn old_addresses_lead_to_the_page_that_is_meant() {
    for (before, now) in [
        ("/kommuner/1480-goteborg/", "/kommun/1480-goteborg/"),
        ("/en/municipalities/1480/", "/en/municipality/1480/"),
        ("/indikatorer/arbetsloshet/?level=county", "/indikator/arbetsloshet/?level=county"),
        ("/teman/boende/", "/tema/boende/"),
        ("/om-lagesbild/", "/om/"),
        ("/en/themes/housing/", "/en/theme/housing/"),
    ] {
        assert_eq!(read(before).to_string(), now, "{before}");
        // What is right already stays.
        assert_eq!(read(now).to_string(), now);
    }
}

#[test]
fn a_name_completes_a_bare_code_and_replaces_an_old_slug() {
    for typed in ["/kommun/1480/", "/kommun/1480-fel-slug", "/kommun/1480-goteborg/"] {
        assert_eq!(read(typed).named("Göteborg").to_string(), "/kommun/1480-goteborg/");
    }
    assert_eq!(read("/en/county/25").named("Norrbottens län").path(), "/en/county/25-norrbottens-lan/");
    assert_eq!(read("/metod/").named("Göteborg").path(), "/metod/");
}

#[test]
fn an_unknown_path_is_kept_as_it_was_asked_for_and_leads_to_the_other_languages_start() {
    for (typed, kept) in [
        ("/kommun/148/", "/kommun/148/"),
        ("/kommun/14-vastra-gotalands-lan/", "/kommun/14-vastra-gotalands-lan/"),
        ("/lan/00-riket/", "/lan/00-riket/"),
        ("/omrade/1480/", "/omrade/1480/"),
        ("/municipality/1480/", "/municipality/1480/"),
        ("/en/kommun/1480/", "/en/kommun/1480/"),
        ("/en/embed/map/", "/en/embed/map/"),
        ("/tema/housing/", "/tema/housing/"),
        ("/<script>/å", "/%3Cscript%3E/%C3%A5/"),
        ("/a%2Fb", "/a%2Fb/"),
    ] {
        let route = read(typed);
        assert_eq!(route.page, Page::NotFound(kept.into()), "{typed}");
        assert_eq!(route.alternate(route.language), route);
        assert_eq!(route.alternate(route.language.other()).page, Page::Start);
    }
}

#[test]
fn a_view_reads_back_and_tells_what_it_left_out() {
    let address = "/?view=scatter&indicator=arbetsloshet&level=county&vintage=2020&period=2023M04&area=1480,0180&theme=dark\
                   &edition=0123456789ab&play=1&map=tiles&from=2011&against=hyresratt&wide=1&follow=1\
                   &weights=arbetsloshet.0,ohalsotal.3&among=14";
    let (route, repairs) = Route::parse(address);
    let expected = View {
        shape: Some(Shape::Scatter),
        indicator: Some("arbetsloshet".into()),
        level: Some(Level::County),
        vintage: Some(Vintage(2020)),
        period: Some("2023M04".parse().unwrap()),
        since: None,
        alone: false,
        areas: vec![code("1480"), code("0180")],
        method: None,
        classes: None,
        limits: Limits::default(),
        color_scheme: Some(ColorScheme::Dark),
        edition: Some("0123456789ab".into()),
        play: true,
        map: MapView {
            form: MapForm::Tiles,
            from: Some("2011".parse().unwrap()),
            against: Some(Against::Indicator("hyresratt".into())),
            is_wide: true,
            follows_zoom: true,
        },
        frame: Frame::default(),
        weights: vec![("arbetsloshet".into(), 0), ("ohalsotal".into(), 3)],
        among: Some("14".into()),
        basket: Vec::new(),
    };
    assert_eq!((&route.view, &*repairs), (&expected, &[][..]));
    assert_eq!(route.to_string(), address);
    // The same view in other clothes: order, percent-encoding, empty and unknown parameters, repeats.
    let (same, repairs) = Route::parse(
        "/?utm_source=x&play=true&edition=0123456789ab&theme=dark&area=1480%2C0180&area=1480&period=2023M04\
         &vintage=2020&level=%63ounty&level=&indicator=arbetsloshet&view=scatter&&=&%&follow=true&wide=1&against=hyresratt&from=2011\
         &map=tiles&among=14&weights=arbetsloshet.0%2Cohalsotal.3",
    );
    assert_eq!((same, repairs), (route, vec![]));
}

#[test]
fn impossible_values_are_dropped_one_by_one() {
    let malformed =
        |parameter, found: &str| Repair::Malformed { parameter, found: found.chars().take(60).collect() };
    let long = "x".repeat(5_000);
    for (query, repair) in [
        ("indicator=Arbets+löshet", malformed("indicator", "Arbets löshet")),
        ("period=2024..2011", malformed("period", "2024..2011")),
        ("period=2011..2011", malformed("period", "2011..2011")),
        ("period=2011..", malformed("period", "2011..")),
        ("level=region", malformed("level", "region")),
        ("map=globe", malformed("map", "globe")),
        ("from=förr", malformed("from", "förr")),
        ("against=Åre!", malformed("against", "Åre!")),
        ("vintage=25", malformed("vintage", "25")),
        ("vintage=+202", malformed("vintage", " 202")),
        ("period=2024-01", malformed("period", "2024-01")),
        ("area=114", malformed("area", "114")),
        ("theme=pink", malformed("theme", "pink")),
        ("edition=..%2F..", malformed("edition", "../..")),
        ("play=yes", malformed("play", "yes")),
        ("breaks=5,tio", malformed("breaks", "5,tio")),
        ("breaks=1,2,3,4,5,6,7,8,9", malformed("breaks", "1,2,3,4,5,6,7,8,9")),
        ("breaks=1e400", malformed("breaks", "1e400")),
        (&format!("period={long}"), malformed("period", &long)),
        ("period=2023&period=2024", Repair::Repeated { parameter: "period" }),
    ] {
        let (route, repairs) = Route::parse(&format!("/?area=0180&{query}"));
        assert_eq!(repairs, [repair], "{query}");
        assert_eq!(route.view.areas, [code("0180")], "{query}");
    }
    let nine = (1..=9).map(|n| format!("018{n}")).collect::<Vec<_>>();
    let (route, repairs) = Route::parse(&format!("/?area={}", nine.join(",")));
    assert_eq!(route.view.areas.len(), MOST_AREAS);
    assert_eq!(repairs, [Repair::TooManyAreas { left_out: vec![code("0189")] }]);
}

#[test]
fn figures_taken_along_go_with_the_address_and_notes_are_the_readers_own_words() {
    let address = "/korg/?figure=view:line;indicator:arbetsloshet;area:1480,1780;note:Se%20budgeten%3B%20sida%202:3%20%26%204\
                   &figure=indicator:hyresratt;level:county";
    let (route, repairs) = Route::parse(address);
    assert_eq!((repairs, route.page.clone()), (vec![], Page::Basket));
    let [first, second] = &route.view.basket[..] else { panic!("{route:?}") };
    assert_eq!(first.note, "Se budgeten; sida 2:3 & 4");
    assert_eq!((first.view.shape, first.view.areas.len()), (Some(Shape::Line), 2));
    assert_eq!((second.note.as_str(), second.view.level), ("", Some(Level::County)));
    assert_eq!(read(&route.to_string()), route);
    // As programs write it that encode the marks too.
    let encoded = address.replace(':', "%3A").replace(';', "%3B");
    assert_eq!(read(&encoded).view.basket.len(), 2);
    assert_eq!(read(&encoded).view.basket[1], *second);
    // What is none is told, what is too much too; a figure holds no figures.
    for (query, n, n_repairs) in [
        ("figure=".to_owned(), 0, 1),
        ("figure=view:line".to_owned(), 0, 1),
        ("figure=indicator:a;figure:indicator=b".to_owned(), 1, 0),
        (vec!["figure=indicator:a"; 14].join("&"), MOST_KEPT, 1),
    ] {
        let (route, repairs) = Route::parse(&format!("/korg/?{query}"));
        assert_eq!((route.view.basket.len(), repairs.len()), (n, n_repairs), "{query}");
        assert!(route.view.basket.iter().all(|kept| kept.view.basket.is_empty()));
    }
}

#[test]
fn an_edition_drops_what_it_does_not_publish() {
    let catalogue = crate::fetch::catalogue();
    let fitted = |query: &str| read(&format!("/?{query}")).view.fitted(&catalogue, "arbetsloshet");
    assert_eq!(fitted("period=2023&level=county"), (read("/?period=2023&level=county").view, vec![]));
    for (query, left, repair) in [
        ("indicator=lycka", "", Repair::UnknownIndicator { slug: "lycka".into() }),
        ("level=deso&period=2023", "period=2023", Repair::LevelNotPublished { level: Level::Deso }),
        ("vintage=1999", "", Repair::VintageNotPublished { vintage: Vintage(1999) }),
        ("period=1950", "", Repair::PeriodNotPublished { period: Period::year(1950) }),
    ] {
        assert_eq!(fitted(query), (read(&format!("/?{left}")).view, vec![repair]), "{query}");
    }
    let view = read("/?area=1480,0180").view;
    let (known, repairs) = view.with_known_areas(|area| area.as_str() == "0180");
    assert_eq!(known.areas, [code("0180")]);
    assert_eq!(repairs, [Repair::UnknownArea { area: code("1480") }]);
}

fn slugs() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}"
}

fn pages() -> impl Strategy<Value = Page> {
    let place = |form: &'static str| {
        (form, prop_oneof![Just(String::new()), slugs()])
            .prop_map(|(digits, slug)| Place { code: digits.parse().unwrap(), slug })
    };
    prop_oneof![
        Just(Page::Start),
        Just(Page::Explore),
        Just(Page::Compare),
        Just(Page::AreaTypes),
        Just(Page::IndexBench),
        Just(Page::Verify),
        Just(Page::Basket),
        slugs().prop_map(Page::Indicator),
        prop::sample::select(Theme::ALL.to_vec()).prop_map(Page::Theme),
        prop::sample::select(Reading::ALL.to_vec()).prop_map(Page::Reading),
        place("[0-9]{4}").prop_map(Page::Municipality),
        place("[1-9][0-9]").prop_map(Page::County),
        "[0-9]{4}(R[0-9]{3}|[ABC][0-9]{4})".prop_map(|text| Page::Area(code(&text))),
        prop::sample::select(EmbedView::all().collect::<Vec<_>>()).prop_map(Page::Embed),
    ]
}

#[test]
fn chosen_limits_and_their_method_go_together() {
    let view = |query: &str| Route::parse(&format!("/utforska/?{query}")).0.view;
    let limits = |limits: &[f64]| Limits::new(limits.to_vec()).unwrap();
    let alone = view("breaks=10,-2.5,10,5");
    assert_eq!((alone.method, &alone.limits), (Some(ClassMethod::Manual), &limits(&[-2.5, 5.0, 10.0])));
    assert_eq!(alone, view("method=manual&breaks=-2.5,5,10"));
    assert_eq!(view("method=manual").method, None, "without limits the usual method");
    let other = view("method=rounded&breaks=5,10");
    assert_eq!((other.method, other.limits), (Some(ClassMethod::Rounded), Limits::default()));
}

#[test]
fn classifications_have_the_same_names_in_addresses_as_in_the_statistics() {
    let of_statistics = [
        Method::Quantile,
        Method::EqualInterval,
        Method::NaturalBreaks,
        Method::StandardDeviation,
        Method::HeadTail,
        Method::Rounded,
        Method::Diverging { center: 0.0 },
        Method::Manual(Vec::new()),
    ];
    assert_eq!(ClassMethod::ALL.map(ClassMethod::id), of_statistics.map(|method| method.id()));
}

prop_compose! {
    fn map_views()(
        form in prop::sample::select(MapForm::ALL.to_vec()),
        from in prop::option::of("[1-9][0-9]{3}".prop_map(|text| text.parse().unwrap())),
        against in prop::option::of(prop_oneof![
            "[1-9][0-9]{3}".prop_map(|text| Against::Period(text.parse().unwrap())),
            "[a-z]{2,8}(-[a-z]{1,8})?".prop_map(Against::Indicator),
        ]),
        is_wide in any::<bool>(),
        follows_zoom in any::<bool>(),
    ) -> MapView {
        MapView { form, from, against, is_wide, follows_zoom }
    }
}

fn frames() -> impl Strategy<Value = Frame> {
    prop::array::uniform6(any::<bool>()).prop_map(|[plain, still, transparent, fits, search, logo]| Frame {
        is_plain: plain,
        is_static: still,
        is_transparent: transparent,
        fits_frame: fits,
        has_search: search,
        has_logo: logo,
    })
}

prop_compose! {
    fn kept()(
        slug in slugs(),
        shape in prop::option::of(prop::sample::select(Shape::ALL.to_vec())),
        areas in prop::collection::btree_set("[0-9]{2}|[0-9]{4}", 0..=3),
        period in prop::option::of("[1-9][0-9]{3}".prop_map(|text| text.parse().unwrap())),
        map in map_views(),
        note in "\\PC{0,40}",
    ) -> Kept {
        let areas = areas.iter().map(|area| code(area)).collect();
        Kept { view: View { indicator: Some(slug), shape, areas, period, map, ..View::default() }, note }
    }
}

prop_compose! {
    fn views()(
        shape in prop::option::of(prop::sample::select(Shape::ALL.to_vec())),
        indicator in prop::option::of(slugs()),
        level in prop::option::of(prop::sample::select(Level::ALL.to_vec())),
        vintage in prop::option::of((1000_u16..=9999).prop_map(Vintage)),
        period in prop::option::of("[1-9][0-9]{3}(M(0[1-9]|1[0-2]))?").prop_map(|p| p.map(|p| p.parse().unwrap())),
        before in prop::option::of(1_u16..900),
        alone in any::<bool>(),
        areas in prop::collection::vec("[0-9]{2}|[0-9]{4}", 0..=MOST_AREAS),
        method in prop::option::of(prop::sample::select(ClassMethod::ALL.to_vec())),
        classes in prop::option::of(FEWEST_CLASSES..=MOST_CLASSES),
        chosen in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 1..usize::from(MOST_CLASSES)),
        scale in prop::sample::select(vec![1.0, 10.0, 1000.0, 1_000_000.0]),
        color_scheme in prop::sample::select(vec![None, Some(ColorScheme::Light), Some(ColorScheme::Dark)]),
        edition in prop::option::of("[0-9a-f]{12}"),
        play in any::<bool>(),
        map in map_views(),
        frame in frames(),
        weights in prop::collection::btree_map(slugs(), prop::sample::select(vec![0_u8, 1, 3]), 0..4),
        among in prop::option::of(slugs()),
        basket in prop::collection::vec(kept(), 0..=MOST_KEPT),
    ) -> View {
        let mut distinct: Vec<AreaCode> = Vec::new();
        for area in areas.iter().map(|area| code(area)) {
            if !distinct.contains(&area) {
                distinct.push(area);
            }
        }
        let limits = match method {
            Some(ClassMethod::Manual) => Limits::new(chosen.iter().map(|limit| *limit as f64 / scale).collect()).unwrap(),
            _ => Limits::default(),
        };
        // A range begins before it ends, whole years apart.
        let since = period.zip(before).and_then(|(end, before): (Period, u16)| {
            let year: u16 = end.to_string()[..4].parse().unwrap();
            (year > 1000 + before).then(|| Period::year(year - before))
        });
        View { shape, indicator, level, vintage, period, since, alone, areas: distinct, method, classes, limits, color_scheme, edition, play, map, frame, weights: weights.into_iter().collect(), among, basket }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1480), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_route_reads_back_from_its_address(
        language in prop::sample::select(Language::ALL.to_vec()), page in pages(), view in views(),
    ) {
        let route = Route { language, page, view };
        let address = route.to_string();
        prop_assert!(address.is_ascii() && route.path().ends_with('/'));
        prop_assert_eq!(Route::parse(&address), (route.clone(), vec![]), "{}", address);
        prop_assert_eq!(route.alternate(language.other()).alternate(language), route);
    }

    #[test]
    fn whatever_is_typed_settles_at_once(address in "(/|[a-z]|\\?|#|=|&|,|%|[0-9]|\\PC){0,40}") {
        let settled = Route::parse(&address).0.to_string();
        prop_assert_eq!(&Route::parse(&settled).0.to_string(), &settled);
    }
}
