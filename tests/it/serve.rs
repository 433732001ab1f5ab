//! The server answers as a content delivery network does; `compress` makes the twins it gives out.

#![expect(clippy::unwrap_used, reason = "what cannot be unwrapped here has failed the test")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

const CATALOGUE: &str = "/data/0123456789ab/catalogue.json";
const WASM: &str = "/lagesbild-6f1b2c3d4e5f6071_bg.wasm";
const START: &str =
    "<!doctype html><meta name=\"lagesbild-data\" content=\"https://cdn.example.se/data/\"><h1>Start</h1>";

#[test]
fn a_folder_gives_its_page_and_a_path_without_its_slash_leads_there() {
    let server = Server::start(site());
    assert_eq!(server.get("/").text(), START);
    let page = server.get("/kommun/1480-goteborg/?period=2024");
    assert_eq!((page.status, page.text()), (200, "<h1>Göteborg</h1>"));
    for (typed, right) in [
        ("/kommun/1480-goteborg", "/kommun/1480-goteborg/"),
        ("/kommun/1480-goteborg?period=2024", "/kommun/1480-goteborg/?period=2024"),
        ("//kommun//1480-goteborg/?a=//b", "/kommun/1480-goteborg/?a=//b"),
        ("//kommun", "/kommun"),
    ] {
        let redirect = server.get(typed);
        assert_eq!((redirect.status, redirect.header("location")), (308, right), "{typed}");
    }
}

#[test]
fn a_missing_page_is_the_sites_own_with_status_404() {
    let server = Server::start(site());
    for path in ["/finns/inte/", "/data/0123456789ab/no.json", "/kommun/", "/robots.txt/"] {
        let missing = server.get(path);
        assert_eq!((missing.status, missing.text()), (404, "<h1>Sidan finns inte</h1>"), "{path}");
        assert_eq!(missing.header("content-type"), "text/html; charset=utf-8");
        assert_eq!((missing.header("cache-control"), missing.header("etag")), ("no-cache", ""));
    }
    assert_eq!(server.request("POST", "/", &[]).status, 405);
}

#[test]
fn kinds_lifetimes_and_rights_follow_the_path() {
    let server = Server::start(site());
    let (ever, day, again) = ("public, max-age=31536000, immutable", "public, max-age=86400", "no-cache");
    for (path, kind, keep) in [
        ("/", "text/html; charset=utf-8", again),
        ("/embed/map/", "text/html; charset=utf-8", again),
        (WASM, "application/wasm", ever),
        ("/lagesbild-6f1b2c3d4e5f6071.js", "text/javascript; charset=utf-8", ever),
        ("/all-0a1b2c3d4e5f6071.css", "text/css; charset=utf-8", ever),
        ("/loader.js", "text/javascript; charset=utf-8", again),
        ("/face/source-sans-3.woff2", "font/woff2", day),
        ("/icon.svg", "image/svg+xml", day),
        ("/data/current.json", "application/json", again),
        ("/data/withdrawn.json", "application/json", again),
        (CATALOGUE, "application/json", ever),
        ("/data/0123456789ab/boundaries/county-2025-low.arcs", "application/octet-stream", ever),
        ("/data/0123456789ab/dcat.jsonld", "application/ld+json", ever),
        ("/data/0123456789ab/feed.atom", "application/atom+xml", ever),
        ("/data/0123456789ab/download/a.csv", "text/csv; charset=utf-8", ever),
        ("/data/0123456789ab/download/a.geojson", "application/geo+json", ever),
    ] {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
        assert_eq!(answer.header("cache-control"), keep, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "strict-origin", "{path}");
        let is_page = kind.starts_with("text/html");
        assert_eq!(answer.header("access-control-allow-origin"), if is_page { "" } else { "*" }, "{path}");
        let policy = answer.header("content-security-policy");
        assert_eq!(policy.is_empty(), !is_page, "{path}");
        if is_page {
            let ancestors = if path.starts_with("/embed/") { "*" } else { "'self'" };
            assert!(policy.ends_with(&format!("; frame-ancestors {ancestors}")), "{path}: {policy}");
            assert!(policy.contains("; connect-src 'self' https://cdn.example.se;"), "{policy}");
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
                "{policy}"
            );
        }
    }
    // The page for what is missing below /embed/ may be framed like the rest of it.
    assert!(server.get("/embed/none/").header("content-security-policy").ends_with("frame-ancestors *"));
}

#[test]
fn brotli_comes_from_a_twin_or_is_made_and_only_for_those_who_take_it() {
    let server = Server::start(site());
    let plain = server.get(CATALOGUE);
    assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"));
    assert_eq!(plain.body, catalogue().as_bytes());

    let made = server.request("GET", CATALOGUE, &[BROTLI]);
    assert_eq!((made.header("content-encoding"), made.header("vary")), ("br", "accept-encoding"));
    assert_eq!(
        (made.header("content-type"), made.header("cache-control")),
        (plain.header("content-type"), plain.header("cache-control"))
    );
    assert!(made.body.len() < plain.body.len() / 4, "{} of {} bytes", made.body.len(), plain.body.len());
    assert_eq!(unpacked(&made.body), plain.body);
    assert_eq!(server.request("GET", CATALOGUE, &[BROTLI]).body, made.body);
    let head = server.request("HEAD", CATALOGUE, &[BROTLI]);
    assert_eq!((head.header("content-encoding"), head.body.len()), ("br", 0));
    assert_eq!(head.header("content-length"), made.body.len().to_string());
    assert_eq!(server.request("GET", "/", &[BROTLI]).header("content-encoding"), "br");

    // A changed content is compressed anew.
    let changed = catalogue().replace("indikator", "anders");
    fs::write(below(&server.folder, CATALOGUE), &changed).unwrap();
    assert_eq!(unpacked(&server.request("GET", CATALOGUE, &[BROTLI]).body), changed.as_bytes());

    // What would not become smaller, or is compressed in itself, stays as it is.
    for path in ["/robots.txt", "/face/source-sans-3.woff2", "/icon.png"] {
        assert_eq!(server.request("GET", path, &[BROTLI]).header("content-encoding"), "", "{path}");
    }

    // The twin is given out as it lies there, for the kind of its file.
    fs::write(below(&server.folder, &format!("{WASM}.br")), b"a twin").unwrap();
    let twin = server.request("GET", WASM, &[BROTLI]);
    assert_eq!((twin.text(), twin.header("content-encoding")), ("a twin", "br"));
    assert_eq!(twin.header("content-type"), "application/wasm");
    assert_eq!(server.get(WASM).header("content-encoding"), "");
}

#[test]
fn what_a_reader_has_is_not_sent_again() {
    let server = Server::start(site());
    for coding in [PLAIN, BROTLI] {
        for path in ["/", CATALOGUE, WASM, "/icon.png"] {
            let first = server.request("GET", path, &[coding]);
            let tag = first.header("etag").to_owned();
            assert!(tag.ends_with('"'), "{path}: {tag}");
            let again = server.request("GET", path, &[coding, ("If-None-Match", &tag)]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{path} {coding:?}");
            assert_eq!(again.header("etag"), tag, "{path} {coding:?}");
            assert_eq!(again.header("cache-control"), first.header("cache-control"), "{path}");
            let other = server.request("GET", path, &[coding, ("If-None-Match", "\"other\"")]);
            assert_eq!((other.status, &other.body), (200, &first.body), "{path} {coding:?}");
            let date = first.header("last-modified").to_owned();
            assert_eq!(
                server.request("GET", path, &[coding, ("If-Modified-Since", &date)]).status,
                304,
                "{path}"
            );
        }
    }
    // The compressed and the plain content are not the same bytes, so they share no strong tag.
    let tags =
        [PLAIN, BROTLI].map(|coding| server.request("GET", CATALOGUE, &[coding]).header("etag").to_owned());
    assert_ne!(tags[0], tags[1]);
    // The page for what is missing is never “not modified”.
    let missing = server.request("GET", "/finns/inte/", &[("If-None-Match", "*")]);
    assert_eq!((missing.status, missing.text()), (404, "<h1>Sidan finns inte</h1>"));
}

#[test]
fn parts_and_headers_alone_can_be_asked_for() {
    let server = Server::start(site());
    let whole = server.get(CATALOGUE).body;
    for (range, part) in
        [("bytes=0-9", 0..10), ("bytes=-5", whole.len() - 5..whole.len()), ("bytes=100-", 100..whole.len())]
    {
        let answer = server.request("GET", CATALOGUE, &[("Range", range), BROTLI]);
        assert_eq!((answer.status, &*answer.body), (206, &whole[part.clone()]), "{range}");
        let expected = format!("bytes {}-{}/{}", part.start, part.end - 1, whole.len());
        assert_eq!(answer.header("content-range"), expected);
    }
    assert_eq!(server.request("GET", CATALOGUE, &[("Range", "bytes=999999-")]).status, 416);
    assert_eq!(server.request("GET", CATALOGUE, &[("Range", "bytes=0-1,4-5")]).status, 200);
    let head = server.request("HEAD", CATALOGUE, &[]);
    assert_eq!(
        (head.status, head.header("content-length"), head.body.len()),
        (200, &*whole.len().to_string(), 0)
    );
}

#[test]
fn nothing_outside_the_folder_is_given_out() {
    let folder = site();
    let secret = folder.path().join("secret.txt");
    fs::write(&secret, "secret").unwrap();
    // The server's folder is `site`, the secret lies beside it.
    let server = Server::start(folder);
    let absolute = secret.to_str().unwrap();
    for path in [
        "/../secret.txt",
        "/data/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/data/%2e%2e/%2e%2e/secret.txt",
        "/....//secret.txt",
        "/.%00./secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        absolute,
        &format!("/{}", absolute.replace('/', "%2f")),
        &format!("/{absolute}"),
    ] {
        let answer = server.get(path);
        assert!(matches!(answer.status, 308 | 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.body.windows(6).any(|bytes| bytes == b"secret"), "{path}");
        let to = answer.header("location");
        assert!(to.is_empty() || (to.starts_with('/') && !to.starts_with("//")), "{path}: {to}");
    }
}

#[test]
fn a_taken_port_and_a_missing_folder_get_a_sentence() {
    let server = Server::start(site());
    let port = server.authority.rsplit_once(':').unwrap().1;
    let refused = command(&["serve", server.folder.path().to_str().unwrap(), "--port", port]);
    let sentence = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success());
    assert!(sentence.contains(&format!("Port {port} on 127.0.0.1 is in use")), "{sentence}");
    assert!(sentence.contains("--port") && refused.stdout.is_empty(), "{sentence}");

    let refused = command(&["serve", "no/such/folder", "--port", "0"]);
    let sentence = String::from_utf8(refused.stderr).unwrap();
    assert!(
        !refused.status.success() && sentence.contains("no/such/folder: it is not a folder"),
        "{sentence}"
    );
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_the_server_at_once_even_while_a_reader_is_connected() {
    let mut server = Server::start(site());
    let _reader = TcpStream::connect(&server.authority).unwrap();
    let process = server.process.id().to_string();
    assert!(Command::new("kill").args(["-INT", &process]).status().unwrap().success());
    // A limit instead of waiting for ever, so that a server that stays makes this test fail and not hang.
    let ended = (0..500).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        server.process.try_wait().unwrap()
    });
    assert!(ended.is_some_and(|status| status.success()), "{ended:?}");
}

#[test]
fn compressing_twice_writes_once_and_follows_every_change() {
    let folder = site();
    let root = folder.path().join("site");
    let compress = || {
        let output = command(&["compress", root.to_str().unwrap()]);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let twins =
        || files(&root).into_iter().filter(|(path, _)| path.ends_with(".br")).collect::<BTreeMap<_, _>>();
    compress();
    let first = twins();
    assert!(first.contains_key("data/0123456789ab/catalogue.json.br") && first.contains_key("index.html.br"));
    assert!(
        !first.keys().any(|path| path.contains("woff2") || path.contains("png") || path.contains("robots"))
    );
    for (path, twin) in &first {
        let content = fs::read(root.join(path.trim_end_matches(".br"))).unwrap();
        assert!(twin.len() < content.len(), "{path}");
        assert_eq!(unpacked(twin), content, "{path}");
    }

    let said = compress();
    assert!(said.starts_with("0 files compressed, "), "{said}");
    assert_eq!(twins(), first);

    // A changed file gets a new twin, also when the change is older than the twin; a file that is gone loses its own.
    let changed = catalogue().replace("indikator", "anders");
    fs::write(root.join("data/0123456789ab/catalogue.json"), &changed).unwrap();
    let past = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    let file = fs::File::options().write(true).open(root.join("data/0123456789ab/catalogue.json")).unwrap();
    file.set_modified(past).unwrap();
    fs::remove_file(root.join("loader.js")).unwrap();
    fs::write(root.join("404.html"), "x").unwrap();
    let said = compress();
    assert!(said.starts_with("1 files compressed, "), "{said}");
    let second = twins();
    assert_eq!(unpacked(&second["data/0123456789ab/catalogue.json.br"]), changed.as_bytes());
    assert!(!second.contains_key("loader.js.br") && !second.contains_key("404.html.br"));

    // Same input, same bytes, however many cores.
    for path in second.keys() {
        fs::remove_file(root.join(path)).unwrap();
    }
    let one_core = Command::new(PROGRAM)
        .args(["compress", root.to_str().unwrap()])
        .env("RAYON_NUM_THREADS", "1")
        .output();
    assert!(one_core.unwrap().status.success());
    assert_eq!(twins(), second);
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_lagesbild");
const BROTLI: (&str, &str) = ("Accept-Encoding", "gzip, deflate, br, zstd");
const PLAIN: (&str, &str) = ("Accept-Encoding", "identity");

fn command(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

fn catalogue() -> String {
    format!("{{\"indicators\":[{}0]}}", "\"indikator\",".repeat(400))
}

/// A small composed site, in the folder `site` of a temporary one.
fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let many = |text: &str| text.repeat(50);
    for (path, content) in [
        ("/index.html", START.to_owned()),
        ("/404.html", "<h1>Sidan finns inte</h1>".into()),
        ("/kommun/1480-goteborg/index.html", "<h1>Göteborg</h1>".into()),
        ("/embed/map/index.html", many("<p>Karta</p>")),
        (WASM, many("\0asm")),
        ("/lagesbild-6f1b2c3d4e5f6071.js", many("export default 1;")),
        ("/all-0a1b2c3d4e5f6071.css", many("main { color: red }")),
        ("/loader.js", many("import('/x.js');")),
        ("/face/source-sans-3.woff2", many("face")),
        ("/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".into()),
        ("/icon.png", many("picture")),
        ("/robots.txt", "x".into()),
        ("/data/current.json", "{}".into()),
        ("/data/withdrawn.json", "[]".into()),
        (CATALOGUE, catalogue()),
        ("/data/0123456789ab/boundaries/county-2025-low.arcs", many("arcs")),
        ("/data/0123456789ab/dcat.jsonld", "{}".into()),
        ("/data/0123456789ab/feed.atom", "<feed/>".into()),
        ("/data/0123456789ab/download/a.csv", "a;b".into()),
        ("/data/0123456789ab/download/a.geojson", "{}".into()),
    ] {
        let path = below(&folder, path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn below(folder: &TempDir, path: &str) -> std::path::PathBuf {
    folder.path().join(format!("site{path}"))
}

/// All files below a folder by their relative paths.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            found.insert(name, fs::read(path).unwrap());
        }
    }
    found
}

fn unpacked(compressed: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    brotli::BrotliDecompress(&mut &*compressed, &mut content).unwrap();
    content
}

/// A running `lagesbild serve`, ended with the test.
struct Server {
    process: Child,
    authority: String,
    folder: TempDir,
}

impl Server {
    fn start(folder: TempDir) -> Self {
        let mut process = Command::new(PROGRAM)
            .arg("serve")
            .arg(folder.path().join("site"))
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let authority = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
        let authority = authority.unwrap_or_else(|| panic!("the first line is “{line}”")).to_owned();
        Self { process, authority, folder }
    }

    fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[])
    }

    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(&self.authority).unwrap();
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.authority);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{request}\r\n").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::parse(&bytes)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("an end of the headers");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let (status_line, headers) = head.split_once("\r\n").unwrap_or((&head, ""));
        let headers = headers.split("\r\n").filter_map(|line| line.split_once(": "));
        Self {
            status: status_line.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// The value of a header, empty when there is none.
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}
