//! Reading an edition: contents are checked, requests are shared, errors tell the file and are not kept.

#![expect(clippy::unwrap_used, reason = "what cannot be unwrapped here has failed the test")]

use lagesbild::error::{LoadError, Problem};
use lagesbild::fetch::{Edition, Files, Folder, current, integrity, join};
use lagesbild::geo::arcs;
use lagesbild::geo::grid::Grid;
use lagesbild::geo::topology::{OUTSIDE, Topology};
use lagesbild::model::json::{FromJson, JsonError, read};
use lagesbild::model::json_stat::Dataset;
use lagesbild::model::paths::{self, Detail};
use lagesbild::model::{
    About, AreaTable, Catalogue, Cube, Current, FORMAT, FileEntry, FileList, Flags, Indicator, Language,
    Level, Profile, Value, Vintage, Withdrawn,
};
use serde_json::{json, to_vec};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};

const EDITION: &str = "0123456789ab";
const VINTAGE: Vintage = Vintage(2025);

#[test]
fn every_kind_of_file_reads_back_as_it_was_written() {
    let files = Rc::new(Memory::new());
    let edition = now(Edition::open(Rc::clone(&files))).unwrap();
    assert_eq!(edition.id(), EDITION);
    assert_eq!(*now(edition.catalogue()).unwrap(), catalogue());
    assert_eq!(*now(edition.areas(Level::County, VINTAGE)).unwrap(), areas());
    assert_eq!(*now(edition.borders(Level::County, VINTAGE, Detail::Low)).unwrap(), squares());
    assert_eq!(*now(edition.history(SLUG, Level::County, VINTAGE)).unwrap(), cube());
    assert_eq!(now(edition.latest(SLUG, Level::County, VINTAGE)).unwrap().periods().len(), 1);
    assert_eq!(now(edition.about(SLUG)).unwrap().slug, SLUG);
    assert_eq!(now(edition.profile(&"01".parse().unwrap())).unwrap().name, "Stockholms län");
}

#[test]
fn the_same_edition_reads_alike_from_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in Memory::new().contents.borrow().iter() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let edition = now(Edition::open(Folder::new(folder.path()))).unwrap();
    assert_eq!(*now(edition.catalogue()).unwrap(), catalogue());
    assert_eq!(*now(edition.history(SLUG, Level::County, VINTAGE)).unwrap(), cube());
    assert_eq!(*now(edition.borders(Level::County, VINTAGE, Detail::Low)).unwrap(), squares());

    // One changed digit is refused before it is read.
    let path = folder.path().join(EDITION).join(paths::latest(SLUG, Level::County, VINTAGE));
    let content = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, content.replacen("7.5", "5.7", 1)).unwrap();
    let error = now(edition.latest(SLUG, Level::County, VINTAGE)).unwrap_err();
    assert_eq!(error.problem, Problem::IntegrityRefused);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(now(edition.latest(SLUG, Level::County, VINTAGE)).unwrap_err().problem, Problem::NotFound);
}

#[test]
fn integrity_is_written_as_browsers_read_it() {
    // The digest of the empty content, as `openssl dgst -sha256 -binary | base64` gives it.
    assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

#[test]
fn each_file_and_each_list_is_requested_once() {
    let files = Rc::new(Memory::new());
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    for _ in 0..3 {
        now(edition.history(SLUG, Level::County, VINTAGE)).unwrap();
        now(edition.latest(SLUG, Level::County, VINTAGE)).unwrap();
    }
    assert_eq!(
        files.requests(),
        [
            "0123456789ab/files/indicator/arbetsloshet.json",
            "0123456789ab/indicator/arbetsloshet/county-2025/history.json",
            "0123456789ab/indicator/arbetsloshet/county-2025/latest.json",
        ]
    );
    let first = now(edition.catalogue()).unwrap();
    assert!(Arc::ptr_eq(&first, &now(edition.catalogue()).unwrap()));
}

#[test]
fn a_file_that_the_page_knows_is_read_and_checked_without_its_list() {
    let files = Rc::new(Memory::new());
    let known = |integrity: &str| vec![(paths::CATALOGUE.to_owned(), integrity.to_owned())];
    let right = integrity(&files.contents.borrow()[CATALOGUE]);
    let edition = Edition::pinned(Rc::clone(&files), EDITION).knowing(known(&right));
    now(edition.catalogue()).unwrap();
    assert_eq!(files.requests(), [CATALOGUE]);
    now(edition.latest(SLUG, Level::County, VINTAGE)).unwrap();
    assert_eq!(files.requests()[1], "0123456789ab/files/indicator/arbetsloshet.json", "of others it is read");

    let other = Edition::pinned(Rc::clone(&files), EDITION).knowing(known(&integrity(b"{}")));
    assert_eq!(now(other.catalogue()).unwrap_err().problem, Problem::IntegrityRefused);
}

#[test]
fn two_callers_of_a_file_on_its_way_make_one_request_and_both_are_woken() {
    let files = Rc::new(Memory::new());
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    files.hold(true);
    let (first_wakes, second_wakes) = (Wakes::default(), Wakes::default());
    let (mut first, mut second) = (pin!(edition.catalogue()), pin!(edition.catalogue()));
    assert!(polled(first.as_mut(), &first_wakes).is_pending());
    assert!(polled(second.as_mut(), &second_wakes).is_pending());
    files.hold(false);
    let Poll::Ready(Ok(catalogue)) = polled(first.as_mut(), &first_wakes) else {
        panic!("the first is ready")
    };
    assert_eq!((first_wakes.count(), second_wakes.count()), (1, 1));
    let Poll::Ready(Ok(same)) = polled(second.as_mut(), &second_wakes) else { panic!("so is the second") };
    assert!(Arc::ptr_eq(&catalogue, &same));
    assert_eq!(files.requests(), ["0123456789ab/files/root.json", "0123456789ab/catalogue.json"]);
}

#[test]
fn when_the_page_that_asked_goes_away_another_takes_its_request_over() {
    let files = Rc::new(Memory::new());
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    files.hold(true);
    let mut gone = Box::pin(edition.catalogue());
    let (mut second, mut third) = (pin!(edition.catalogue()), pin!(edition.catalogue()));
    let (second_wakes, third_wakes) = (Wakes::default(), Wakes::default());
    assert!(polled(gone.as_mut(), &Wakes::default()).is_pending());
    assert!(polled(second.as_mut(), &second_wakes).is_pending());
    assert!(polled(third.as_mut(), &third_wakes).is_pending());
    drop(gone);
    assert_eq!((second_wakes.count(), third_wakes.count()), (1, 1), "those who wait are told");
    files.hold(false);
    assert!(matches!(polled(second.as_mut(), &second_wakes), Poll::Ready(Ok(_))));
    assert!(matches!(polled(third.as_mut(), &third_wakes), Poll::Ready(Ok(_))));
}

#[test]
fn an_error_reaches_all_who_waited_and_is_not_kept() {
    let files = Rc::new(Memory::new());
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    files.fail_next(Problem::Offline);
    let (first, second) = now(join(edition.catalogue(), edition.catalogue()));
    let offline = LoadError::new("0123456789ab/files/root.json", Problem::Offline);
    assert_eq!((first.unwrap_err(), second.unwrap_err()), (offline.clone(), offline.clone()));
    assert!(offline.is_transient());
    assert!(now(edition.catalogue()).is_ok(), "trying again is calling again");
}

#[test]
fn two_requests_that_need_each_other_only_at_the_end_are_on_their_way_together() {
    let files = Rc::new(Memory::new());
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    files.hold(true);
    let mut borders = pin!(edition.borders(Level::County, VINTAGE, Detail::Low));
    assert!(polled(borders.as_mut(), &Wakes::default()).is_pending());
    assert_eq!(files.requests().len(), 2);
}

#[test]
fn the_cache_lets_go_of_what_was_not_used_for_longest() {
    let files = Rc::new(Memory::new());
    // Two files of 20 MB of spaces each do not fit beside each other.
    for path in [paths::CATALOGUE.to_owned(), paths::profile(&"01".parse().unwrap())] {
        let path = format!("{EDITION}/{path}");
        let mut bytes = files.contents.borrow()[&path].clone();
        bytes.resize(20 << 20, b' ');
        files.put(&path, bytes);
    }
    files.list();
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    let held = now(edition.catalogue()).unwrap();
    now(edition.profile(&"01".parse().unwrap())).unwrap();
    let again = now(edition.catalogue()).unwrap();
    assert!(!Arc::ptr_eq(&held, &again), "read anew");
    assert_eq!(held, again, "while the page keeps what it holds");
    assert_eq!(files.requests().iter().filter(|path| path.ends_with("catalogue.json")).count(), 2);
}

const CATALOGUE: &str = "0123456789ab/catalogue.json";
const AREAS: &str = "0123456789ab/areas/county-2025.json";
const BORDERS: &str = "0123456789ab/boundaries/county-2025-low.arcs";
const HISTORY: &str = "0123456789ab/indicator/arbetsloshet/county-2025/history.json";

/// What is done to a file.
enum Damage {
    Removed,
    Truncated,
    Replaced(&'static str),
    Edited(&'static str, &'static str),
}

#[test]
fn damaged_and_missing_files_are_told_by_file_and_member() {
    use Damage::{Edited, Removed, Replaced, Truncated};
    let newer = || Edited("\"format\":1", "\"format\":2");
    for (path, damage, sentence) in [
        ("current.json", Removed, "current.json does not exist"),
        ("current.json", Replaced("<!doctype html>"), "current.json is damaged: expected"),
        ("current.json", Replaced(r#"{"format":1}"#), "current.json is damaged: missing field `edition`"),
        ("current.json", newer(), "current.json has format 2, this program reads up to format 1"),
        // A newer format of which nothing else is known.
        ("current.json", Replaced(r#"{"format":9,"editions":[]}"#), "current.json has format 9"),
        (CATALOGUE, newer(), "0123456789ab/catalogue.json has format 2"),
        (CATALOGUE, Truncated, "0123456789ab/catalogue.json is damaged: expected"),
        (
            AREAS,
            Edited(r#","Uppsala län""#, ""),
            "county-2025.json is damaged: names has 1 entries, codes has 2",
        ),
        (AREAS, Edited(r#""03""#, r#""3""#), "“3” is not a valid area code"),
        (
            AREAS,
            Edited(r#""03""#, r#""04""#),
            "county-2025-low.arcs is damaged: its borders belong to another list",
        ),
        (BORDERS, Truncated, "0123456789ab/boundaries/county-2025-low.arcs is damaged"),
        (HISTORY, Edited("[6,", "["), "history.json is damaged: size [1, 2, 2] does not fit the 3 values"),
        // A number with the status of an absence.
        (HISTORY, Edited(r#""extension":"#, r#""status":{"0":"c"},"extension":"#), "value 0"),
    ] {
        let files = Rc::new(Memory::new());
        match damage {
            Removed => assert!(files.contents.borrow_mut().remove(path).is_some()),
            Truncated => files.truncate(path),
            Replaced(content) => files.put(path, content.into()),
            Edited(from, to) => files.edit(path, from, to),
        }
        files.list();
        let read_all = async {
            let edition = Edition::open(Rc::clone(&files)).await?;
            edition.catalogue().await?;
            edition.areas(Level::County, VINTAGE).await?;
            edition.borders(Level::County, VINTAGE, Detail::Low).await?;
            edition.history(SLUG, Level::County, VINTAGE).await.map(|_| ())
        };
        let error = now(read_all).expect_err(sentence).to_string();
        assert!(error.contains(sentence), "{sentence}: {error}");
    }
}

#[test]
fn what_an_edition_does_not_list_is_not_asked_for() {
    let files = Rc::new(Memory::new());
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    let unknown = |problem| move |error: LoadError| assert_eq!(error.problem, problem);
    unknown(Problem::UnknownIndicator("lycka".into()))(now(edition.about("lycka")).unwrap_err());
    unknown(Problem::UnknownArea("99".into()))(now(edition.profile(&"99".parse().unwrap())).unwrap_err());
    unknown(Problem::NotFound)(now(edition.latest(SLUG, Level::Deso, VINTAGE)).unwrap_err());
    // Only lists are looked into, and the notices of withdrawal where there is no list.
    let is_list = |path: &String| path.contains("/files/") || path == paths::WITHDRAWN;
    assert!(files.requests().iter().all(is_list), "{:?}", files.requests());
}

#[test]
fn unknown_members_are_ignored_and_a_withdrawn_edition_says_so() {
    let files = Rc::new(Memory::new());
    files.edit("current.json", "\"format\":1", "\"format\":1,\"later\":{\"x\":[1]}");
    assert_eq!(now(current(&files)).unwrap().edition, EDITION);

    files.contents.borrow_mut().retain(|path, _| !path.starts_with(EDITION));
    let edition = Edition::pinned(Rc::clone(&files), EDITION);
    assert_eq!(now(edition.catalogue()).unwrap_err().problem, Problem::NotFound);
    let notice = Withdrawn {
        edition: EDITION.into(),
        reason: "The figures of 2023 were wrong.".into(),
        replacement: "ba9876543210".into(),
    };
    files.put(paths::WITHDRAWN, to_vec(&[&notice]).unwrap());
    let expected = Problem::Withdrawn { reason: notice.reason, replacement: notice.replacement };
    let gone = LoadError::new(EDITION, expected);
    assert_eq!(now(edition.catalogue()).unwrap_err(), gone);
    let known = vec![(paths::CATALOGUE.to_owned(), integrity(b""))];
    let edition = Edition::pinned(Rc::clone(&files), EDITION).knowing(known);
    assert_eq!(now(edition.catalogue()).unwrap_err(), gone, "also where no list is asked for");
}

/// A small edition in memory, which counts requests and can hold or fail them.
struct Memory {
    contents: RefCell<BTreeMap<String, Vec<u8>>>,
    requests: RefCell<Vec<String>>,
    held: Cell<bool>,
    failure: RefCell<Option<Problem>>,
}

impl Files for Memory {
    async fn read(&self, path: &str, expected: Option<&str>) -> Result<Vec<u8>, LoadError> {
        self.requests.borrow_mut().push(path.to_owned());
        // Even a quick answer comes later than the question.
        let mut asked = false;
        poll_fn(|context| {
            if std::mem::replace(&mut asked, true) && !self.held.get() {
                return Poll::Ready(());
            }
            if !self.held.get() {
                context.waker().wake_by_ref();
            }
            Poll::Pending
        })
        .await;
        if let Some(problem) = self.failure.take() {
            return Err(LoadError::new(path, problem));
        }
        let bytes = self.contents.borrow().get(path).cloned();
        let bytes = bytes.ok_or_else(|| LoadError::new(path, Problem::NotFound))?;
        match expected {
            Some(expected) if expected != integrity(&bytes) => {
                Err(LoadError::new(path, Problem::IntegrityRefused))
            }
            _ => Ok(bytes),
        }
    }
}

impl Memory {
    fn new() -> Self {
        let current = Current {
            format: FORMAT,
            edition: EDITION.into(),
            published: "2026-01-15T08:00:00Z".into(),
            supersedes: None,
            synthetic: true,
        };
        let (areas, cube) = (areas(), cube());
        let newest = cube.periods()[1];
        let latest =
            Cube::new(areas.codes.clone(), vec![newest], cube.cross_section(newest).unwrap()).unwrap();
        let name_of = |code: &_| areas.name(code).map(str::to_owned);
        let dataset = |cube| {
            to_vec(&Dataset::of_indicator(&catalogue().indicators[0], cube, name_of, Language::Sv)).unwrap()
        };
        let text = json!({"sv": "s", "en": "e"});
        let about: About = from_json(json!({
            "format": FORMAT, "slug": SLUG, "definition": text, "method": text, "source": text
        }))
        .unwrap();
        let profile: Profile = from_json(json!({
            "format": FORMAT, "area": "01", "name": "Stockholms län", "parents": [["00", "Riket"]],
            "population": 2_400_000, "indicators": []
        }))
        .unwrap();
        let codes = arcs::fingerprint(areas.codes.iter().map(|code| code.as_str()));
        let county = (Level::County, VINTAGE);
        let contents = [
            (paths::CATALOGUE.to_owned(), to_vec(&catalogue()).unwrap()),
            (paths::areas(county.0, county.1), to_vec(&areas).unwrap()),
            (paths::boundaries(county.0, county.1, Detail::Low), arcs::encode(&squares(), codes)),
            (paths::about(SLUG), to_vec(&about).unwrap()),
            (paths::history(SLUG, county.0, county.1), dataset(&cube)),
            (paths::latest(SLUG, county.0, county.1), dataset(&latest)),
            (paths::profile(&"01".parse().unwrap()), to_vec(&profile).unwrap()),
        ];
        let contents = contents.into_iter().map(|(path, bytes)| (format!("{EDITION}/{path}"), bytes));
        let current = (paths::CURRENT.to_owned(), to_vec(&current).unwrap());
        let memory = Self {
            contents: RefCell::new(contents.chain([current]).collect()),
            requests: RefCell::default(),
            held: Cell::new(false),
            failure: RefCell::default(),
        };
        memory.list();
        memory
    }

    /// Writes the file lists of the contents as they are now.
    fn list(&self) {
        let mut lists: BTreeMap<String, Vec<FileEntry>> = BTreeMap::new();
        for (path, bytes) in self.contents.borrow().iter() {
            let Some(path) = path.strip_prefix("0123456789ab/").filter(|path| !path.starts_with("files/"))
            else {
                continue;
            };
            let entry =
                FileEntry { path: path.to_owned(), bytes: bytes.len() as u64, integrity: integrity(bytes) };
            lists.entry(paths::file_list(paths::listed_in(path))).or_default().push(entry);
        }
        for (path, files) in lists {
            self.put(&format!("{EDITION}/{path}"), to_vec(&FileList { files }).unwrap());
        }
    }

    fn put(&self, path: &str, bytes: Vec<u8>) {
        self.contents.borrow_mut().insert(path.to_owned(), bytes);
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let content = String::from_utf8(self.contents.borrow()[path].clone()).unwrap();
        assert!(content.contains(from), "{path} has no {from}: {content}");
        self.put(path, content.replacen(from, to, 1).into_bytes());
    }

    fn truncate(&self, path: &str) {
        let mut bytes = self.contents.borrow()[path].clone();
        bytes.truncate(bytes.len() - 3);
        self.put(path, bytes);
    }

    fn hold(&self, held: bool) {
        self.held.set(held);
    }

    fn fail_next(&self, problem: Problem) {
        *self.failure.borrow_mut() = Some(problem);
    }

    fn requests(&self) -> Vec<String> {
        self.requests.borrow().clone()
    }
}

const SLUG: &str = "arbetsloshet";

/// What the small edition publishes: one indicator for two counties.
pub(crate) fn catalogue() -> Catalogue {
    let text = json!({"sv": "Arbetslöshet", "en": "Unemployment"});
    let indicator: Indicator = from_json(json!({
        "slug": SLUG, "theme": "labour", "title": text, "question": text, "plain": text, "population": text,
        "measure": "share", "unit": {"short": {"sv": "%", "en": "%"}, "long": text}, "decimals": 1,
        "low": text, "high": text, "source": {"provider": {"sv": "SCB", "en": "Statistics Sweden"}},
        "tables": [{"level": "county", "vintage": 2025, "periods": ["2023", "2024"]}]
    }))
    .unwrap();
    from_json(json!({
        "format": FORMAT, "synthetic": true,
        "publisher": {"name": text}, "licence": {"name": "CC0 1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/"},
        "levels": [{"level": "county", "vintage": 2025, "count": 2, "boundaries": true}],
        "indicators": [indicator]
    }))
    .unwrap()
}

fn areas() -> AreaTable {
    from_json(json!({
        "level": "county", "vintage": 2025, "codes": ["01", "03"], "names": ["Stockholms län", "Uppsala län"],
        "parents": ["00", "00"], "population": [2_400_000, 400_000]
    }))
    .unwrap()
}

fn cube() -> Cube {
    let numbers = [6.0, 7.5, 8.0, 7.25].map(|number| Value::Number(number, Flags::NONE));
    let periods = ["2023", "2024"].map(|period| period.parse().unwrap());
    Cube::new(areas().codes, periods.to_vec(), numbers.to_vec()).unwrap()
}

/// Two squares beside each other, in the order and direction that the packed file gives their arcs.
fn squares() -> Topology {
    let grid = Grid { origin: [600_000.0, 6_500_000.0], step: 100.0 };
    let points = vec![[1, 0], [1, 1], [1, 1], [0, 1], [0, 0], [1, 0], [1, 0], [2, 0], [2, 1], [1, 1]];
    let built =
        Topology::new(2, grid, points, vec![0, 2, 6, 10], vec![0, 0, 1], vec![1, OUTSIDE, OUTSIDE]).unwrap();
    arcs::decode(&arcs::encode(&built, 0)).unwrap().0
}

/// Runs a future that only ever waits for itself.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..1_000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
    panic!("the future never became ready");
}

/// Polls until nothing happens any more, as an executor would after each wake.
fn polled<T>(mut future: Pin<&mut impl Future<Output = T>>, wakes: &Wakes) -> Poll<T> {
    let waker = Waker::from(Arc::clone(&wakes.0));
    let mut polls = 0;
    loop {
        let before = wakes.count();
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Pending if wakes.count() > before && polls < 100 => polls += 1,
            poll => return poll,
        }
    }
}

/// How often a future was woken.
#[derive(Default)]
struct Wakes(Arc<WakeCount>);

#[derive(Default)]
struct WakeCount(AtomicUsize);

impl Wake for WakeCount {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Wakes {
    fn count(&self) -> usize {
        self.0.0.load(Ordering::Relaxed)
    }
}

/// A content of ours, given as JSON.
fn from_json<T: FromJson>(json: serde_json::Value) -> Result<T, JsonError> {
    read(&to_vec(&json).unwrap())
}
