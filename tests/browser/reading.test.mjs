// Pages to read, and what pages say to search engines, feed readers and data portals; read by other people's programs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import jsonld from "jsonld";
import { accessible } from "./harness/axe.mjs";
import { launch, visit } from "./harness/browser.mjs";
import { rules } from "./harness/html.mjs";
import { project, serve } from "./harness/site.mjs";

const site = join(project, "target/site/demo");
const read = (path) => readFileSync(join(site, path), "utf8");
const PAGES = [
  "", "en/", "utforska/", "jamfor/", "metod/", "ordlista/", "oppna-data/", "rattelser/", "tillganglighet/", "om/", "lattlast/",
  "en/method/", "en/word-list/", "en/open-data/", "en/corrections/", "en/accessibility/", "en/about/", "en/easy-to-read/",
  "kommun/1480-goteborg/", "en/municipality/0180-stockholm/", "lan/25-norrbottens-lan/", "indikator/arbetsloshet/",
  "tema/boende/", "tema/halsa-och-trygghet/", "en/theme/economy/",
];

describe("pages to read", () => {
  let browser, served;
  before(async () => {
    [browser, served] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  test("a sample of pages is valid HTML", async () => {
    const validator = new HtmlValidate(rules);
    const found = [];
    for (const path of PAGES) {
      const report = await validator.validateString(read(`${path}index.html`));
      for (const { messages } of report.results) {
        for (const { ruleId, line, column, message } of messages) found.push(`/${path} ${line}:${column} ${ruleId}: ${message}`);
      }
    }
    assert.deepEqual(found.slice(0, 20), [], `${found.length} faults`);
  });

  test("the links of a reading page lead to pages and to places on them", async (t) => {
    const page = await visit(t, browser, served.address);
    for (const path of PAGES.filter((path) => /metod|ordlista|data|rattelser|tillg|om\/|latt|tema|theme/.test(path))) {
      await page.goto(`/${path}`);
      assert.equal(await page.locator("h1").count(), 1, path);
      for (const href of await page.locator("main a[href^='/'], footer a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
        const answer = await page.request.get(href);
        assert.equal(answer.status(), 200, `${path} → ${href}`);
      }
    }
  });

  test("a reading page does not fetch the program", async (t) => {
    const page = await visit(t, browser, served.address);
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("/metod/");
    await page.waitForTimeout(300);
    assert.equal(asked.some((url) => /\.wasm|\.js$/.test(url)), false, asked.join(" "));
  });

  for (const [width, theme, path] of [[390, "light", "/metod/"], [1280, "dark", "/ordlista/"], [320, "light", "/en/accessibility/"], [390, "dark", "/tema/utbildning/"], [1280, "light", "/en/theme/labour/"]]) {
    test(`accessible at ${width} px, ${theme}: ${path}`, async (t) => {
      const page = await visit(t, browser, served.address, { width, theme });
      await page.goto(path);
      await accessible(page);
    });
  }

  test("feeds are Atom, and the sitemap names pages that are there", async (t) => {
    const page = await visit(t, browser, served.address);
    await page.goto("/metod/");
    const parsed = (path) =>
      page.evaluate(async (path) => {
        const text = await (await fetch(path)).text();
        const xml = new DOMParser().parseFromString(text, "application/xml");
        const texts = (name) => [...xml.getElementsByTagName(name)].map((element) => element.textContent);
        return { error: texts("parsererror"), root: xml.documentElement.namespaceURI, ids: texts("id"), updated: texts("updated"), titles: texts("title"), locations: texts("loc") };
      }, path);
    for (const path of ["/feed.atom", "/kommun/1480-goteborg/feed.atom", "/lan/14-vastra-gotalands-lan/feed.atom"]) {
      const feed = await parsed(path);
      assert.deepEqual(feed.error, []);
      assert.equal(feed.root, "http://www.w3.org/2005/Atom");
      assert.equal(feed.ids.length > 3 && new Set(feed.ids).size === feed.ids.length, true, "ids are unique");
      assert.equal(feed.updated.every((time) => /^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(time)), true, feed.updated[0]);
      assert.equal(feed.titles.every((title) => title.length > 0), true);
    }
    const sitemap = await parsed("/sitemap.xml");
    assert.deepEqual(sitemap.error, []);
    assert.equal(sitemap.locations.length > 640, true, `${sitemap.locations.length} pages`);
    for (const location of sitemap.locations.filter((_, position) => position % 97 === 0)) {
      const answer = await page.request.get(new URL(location).pathname);
      assert.equal(answer.status(), 200, location);
    }
  });
});

test("the catalogue of data sets is read as linked data, and every file it names is there", async () => {
  const triples = await jsonld.toRDF(JSON.parse(read("dcat.jsonld")), { safe: true });
  const of = (predicate) => triples.filter((triple) => triple.predicate.value === predicate);
  const DCAT = "http://www.w3.org/ns/dcat#";
  const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  const kind = (name) => of(type).filter((triple) => triple.object.value === `${DCAT}${name}`);
  assert.equal(kind("Catalog").length, 1);
  const datasets = kind("Dataset");
  assert.equal(datasets.length > 3, true);
  for (const { subject } of datasets) {
    const own = triples.filter((triple) => triple.subject.value === subject.value).map((triple) => triple.predicate.value);
    for (const must of ["title", "description", "publisher"]) assert.equal(own.includes(`http://purl.org/dc/terms/${must}`), true, `${subject.value} ${must}`);
    assert.equal(own.includes(`${DCAT}distribution`), true);
  }
  const files = of(`${DCAT}downloadURL`);
  assert.equal(files.length >= 2 * datasets.length, true);
  for (const { object } of files) assert.doesNotThrow(() => read(decodeURIComponent(new URL(object.value).pathname)), object.value);
});

test("pages say what they are about in schema.org's words", () => {
  const graph = (path) => {
    const found = [...read(`${path}index.html`).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    return found.flatMap(([, text]) => JSON.parse(text)["@graph"]);
  };
  const types = (path) => graph(path).map((thing) => thing["@type"]).sort();
  assert.deepEqual(types(""), ["DataCatalog", "WebSite"]);
  assert.deepEqual(types("indikator/arbetsloshet/"), ["BreadcrumbList", "Dataset"]);
  assert.deepEqual(types("kommun/1480-goteborg/"), ["AdministrativeArea", "BreadcrumbList"]);
  const [dataset] = graph("indikator/arbetsloshet/");
  assert.match(dataset.temporalCoverage, /^\d{4}\/\d{4}$/);
  assert.equal(dataset.description.length >= 50 && dataset.description.length <= 5000, true);
  for (const { contentUrl } of dataset.distribution) assert.doesNotThrow(() => read(decodeURIComponent(new URL(contentUrl).pathname)));
  const way = graph("kommun/1480-goteborg/").find((thing) => thing["@type"] === "BreadcrumbList").itemListElement;
  assert.deepEqual(way.map(({ position, name }) => [position, name]), [[1, "Lägesbild"], [2, "Västra Götalands län"], [3, "Göteborg"]]);
});

test("every page has one canonical address and the same page in the other language", () => {
  const editions = readdirSync(join(site, "data")).length;
  assert.equal(editions >= 2, true);
  for (const path of PAGES) {
    const html = read(`${path}index.html`);
    const [, canonical] = html.match(/<link rel="canonical" href="([^"]+)">/);
    assert.equal(new URL(canonical).pathname, `/${path}`);
    const alternates = Object.fromEntries([...html.matchAll(/hreflang="([^"]+)" href="([^"]+)">/g)].slice(0, 3).map(([, tag, href]) => [tag, href]));
    assert.deepEqual(Object.keys(alternates).sort(), ["en", "sv", "x-default"], path);
    const other = html.includes('<html lang="sv"') ? alternates.en : alternates.sv;
    const back = read(`${decodeURIComponent(new URL(other).pathname).slice(1)}index.html`);
    assert.equal(back.includes(`href="${canonical}"`), true, `${other} leads back to ${canonical}`);
  }
});
