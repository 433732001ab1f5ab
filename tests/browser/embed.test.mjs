// Figures in other people's pages: every way of putting them there, every convention of telling their height, and what
// goes wrong on the way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { launch, visit } from "./harness/browser.mjs";
import { counted, framed, hosted, shown } from "./harness/host.mjs";
import { patience } from "./harness/patience.mjs";
import { project, serve } from "./harness/site.mjs";

const line = "/embed/line/arbetsloshet/01/";
const map = "/embed/map/arbetsloshet/";
const summary = "/embed/summary/1480/";
describe("embeds", () => {
  let browser, site;
  before(async () => {
    [browser, site] = await Promise.all([launch(), serve("target/site/demo")]);
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  const frame = (path, more = "") => `<iframe src="${site.address}${path}" title="Figur" width="100%" height="500" style="border:0" ${more}></iframe>`;

  test("a plain frame keeps the height that the page gave it, also at 400 %", async (t) => {
    const { page } = await hosted(t, browser, site.address, frame(line), { width: 320, height: 256 });
    const figure = await framed(page, line);
    assert.equal((await page.locator("iframe").boundingBox()).height, 500);
    assert.match(await figure.locator(".figure__title").innerText(), /Stockholms län/);
  });

  test("the helper gives each frame its height, narrow and wide, however often it is there", async (t) => {
    const script = `<script src="${site.address}/embed.js" async></script>`;
    const { page } = await hosted(t, browser, site.address, frame(line) + script + frame(summary) + script);
    for (const path of [line, summary]) await framed(page, path);
    for (const width of [900, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const [nth, path] of [line, summary].entries()) await fits(page, nth, await framed(page, path));
    }
  });

  test("newsrooms' listeners hear the first convention and find the frame by its source", async (t) => {
    const listener = `<script>addEventListener("message", (event) => {
      const heights = event.data["datawrapper-height"];
      if (!heights) return;
      for (const frame of document.querySelectorAll("iframe"))
        if (frame.contentWindow === event.source) for (const id in heights) frame.style.height = heights[id] + "px";
    })</script>`;
    const { page } = await hosted(t, browser, site.address, listener + frame(line));
    await fits(page, 0, await framed(page, line));
  });

  test("AMP and Medium hear theirs; asked again it tells again, unasked it does not", async (t) => {
    const { page } = await hosted(t, browser, site.address, `${listening}${frame(line)}`);
    await framed(page, line);
    await page.waitForFunction(() => heard.some((data) => data.sentinel === "amp" && data.type === "embed-size" && data.height > 100));
    const strings = await page.evaluate(() => heard.filter((data) => typeof data === "string").map((text) => JSON.parse(text)));
    assert.equal(strings.every(({ context, height, src }) => context === "iframe.resize" && height > 0 && src.includes("/embed/line/")), true);
    await settled(page);
    const before = await page.evaluate(() => heard.length);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => heard.length), before, "the same height is not told twice");
    await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ sentinel: "amp", type: "frames-init" }, "*"));
    await page.waitForFunction((before) => heard.length > before, before);
  });

  test("a Pym parent sizes its child", async (t) => {
    const pym = readFileSync(createRequire(import.meta.url).resolve("pym.js/dist/pym.v1.min.js"), "utf8");
    const body = `<div id="here"></div><script src="/pym.js"></script><script>new pym.Parent('here', '${site.address}${line}', {})</script>`;
    const { page } = await hosted(t, browser, site.address, body, { files: { "/pym.js": pym } });
    const figure = await framed(page, line);
    assert.match(figure.url(), /childId=here/);
    await fits(page, 0, figure, (frame) => frame.clientHeight);
  });

  test("WordPress: without rights or an origin, with the secret, and within its limits", async (t) => {
    const wordpress = `<script>addEventListener("message", ({ data, source }) => {
      const frame = document.querySelector("iframe");
      if (data.secret !== "abcdefghij" || source !== frame.contentWindow || data.message !== "height") return;
      frame.height = Math.min(1000, Math.max(200, ~~data.value));
    })</script>`;
    const embed = `<iframe sandbox="allow-scripts" security="restricted" src="${site.address}${summary}#?secret=abcdefghij" data-secret="abcdefghij" title="Göteborg" width="600" height="338" style="border:0"></iframe>`;
    const ready = `<script>document.querySelector("iframe").onload = (event) => event.target.contentWindow.postMessage({ message: "ready", secret: "abcdefghij" }, "*")</script>`;
    const { page } = await hosted(t, browser, site.address, wordpress + embed + ready, { width: 640 });
    const figure = await framed(page, summary);
    assert.equal(await figure.evaluate(() => origin), "null");
    await fits(page, 0, figure, (frame) => Number(frame.height));
    assert.equal(Number(await page.locator("iframe").getAttribute("height")) < 1000, true, "it fits in what WordPress allows");
  });

  test("the element becomes a frame where the page's policy allows no WebAssembly", async (t) => {
    const policy = `default-src 'none'; script-src ${site.address}; frame-src ${site.address}; style-src 'unsafe-inline'; img-src data:`;
    const { page } = await hosted(t, browser, site.address, element(site), { policy });
    const figure = await framed(page, line);
    await page.waitForFunction(() => document.querySelector("lagesbild-figur > figure") === null);
    await fits(page, 0, figure);
    assert.equal(await page.locator("lagesbild-figur iframe").getAttribute("title"), "Arbetslöshet");
  });

  test("the element keeps its still figure where the page allows no frames, and takes no look-alike address", async (t) => {
    const policy = `default-src 'none'; script-src ${site.address}; style-src 'unsafe-inline'; img-src data:`;
    const { page } = await hosted(t, browser, site.address, element(site), { policy, expected: [/frame/i] });
    await page.waitForTimeout(500);
    assert.equal(await page.locator("lagesbild-figur > figure img").count(), 1);
    const { origin } = new URL(site.address);
    for (const address of [`${origin}.evil.test/embed/line/`, `http://evil.test/?${origin}/embed/`, `${origin}/utforska/`, "javascript:alert(1)"]) {
      const is_framed = await page.evaluate((src) => {
        const element = document.createElement("lagesbild-figur");
        element.setAttribute("src", src);
        document.body.append(element);
        return element.querySelector("iframe") !== null;
      }, address);
      assert.equal(is_framed, false, address);
    }
  });

  test("in a dark page a figure is dark, by the reader's device and by the address", async (t) => {
    const ground = (figure) => figure.evaluate(() => {
      const colors = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
      const [own] = colors.filter((color) => color !== "rgba(0, 0, 0, 0)");
      return own.match(/\d+/g).slice(0, 3).map(Number);
    });
    const is_dark = (color) => color.every((part) => part < 80);
    const body = `<style>body { background: #101418 }</style>${frame(line)}${frame(`${summary}?dark=true`)}`;
    const { page } = await hosted(t, browser, site.address, body, { theme: "dark" });
    assert.equal(is_dark(await ground(await framed(page, line))), true, "as the device says");
    const light = await hosted(t, browser, site.address, body, { theme: "light" });
    assert.equal(is_dark(await ground(await framed(light.page, summary))), true, "as the address says");
    assert.equal(is_dark(await ground(await framed(light.page, line))), false, "and as the device says");
  });

  test("twenty figures on one page fetch each shared file once", async (t) => {
    const proxy = await counted(site.address);
    t.after(() => proxy.stop());
    const codes = Array.from({ length: 20 }, (_, nth) => `/embed/line/?indicator=arbetsloshet&area=${["0180", "1480", "1280", "0380"][nth % 4]}&compare=${["0114", "0115", "0117", "0120", "0123"][nth % 5]}`);
    const body = codes.map((path) => `<iframe src="${proxy.address}${path}" title="Figur" width="400" height="300"></iframe>`).join("");
    const { page } = await hosted(t, browser, proxy.address, body, { height: 4000 });
    await page.waitForFunction(() => document.querySelectorAll("iframe").length === 20);
    for (const figure of page.frames().slice(1)) {
      await figure.waitForFunction(() => performance.getEntriesByName("app:ready").length > 0, null, { timeout: patience });
    }
    const shared = [...proxy.sent].filter(([path]) => !path.startsWith("/embed/"));
    assert.equal(shared.some(([path]) => path.endsWith(".wasm")), true);
    assert.deepEqual(shared.filter(([path, n]) => n > 1 && !path.endsWith("current.json")), [], "sent more than once");
  });

  test("a sandboxed frame keeps its own copy and asks for nothing twice", async (t) => {
    const { page, requests } = await hosted(t, browser, site.address, frame(line, 'sandbox="allow-scripts"'));
    const figure = await framed(page, line);
    await figure.getByRole("tab", { name: "Tabell" }).click();
    await figure.getByRole("table").waitFor();
    const twice = requests.filter((url, at) => requests.indexOf(url) !== at);
    assert.deepEqual(twice, []);
  });

  test("areas that come and go are told to the host, and nothing that it says is believed", async (t) => {
    const { page } = await hosted(t, browser, site.address, `${listening}${frame("/embed/ranking/?indicator=arbetsloshet")}`);
    const figure = await framed(page, "/embed/ranking/");
    await shown(figure);
    const title = await figure.locator(".figure__title").innerText();
    await page.evaluate(() => {
      const target = document.querySelector("iframe").contentWindow;
      const junk = [null, 7, "pymxPYMx", "{", { message: "ready", secret: "../../../.." }, { type: "lagesbild:event", name: "area.select", detail: { area: "1480" } },
        { sentinel: "amp", type: "embed-size", height: -1 }, { "datawrapper-height": { x: "<script>alert(1)</script>" } }, "x".repeat(100_000)];
      for (const data of junk) target.postMessage(data, "*");
    });
    await figure.locator(".plot").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => heard.some((data) => data.type === "lagesbild:event"));
    const event = await page.evaluate(() => heard.find((data) => data.type === "lagesbild:event"));
    assert.equal(event.version, 1);
    assert.equal(event.name, "area.select");
    assert.match(event.detail.area, /^\d{4}$/);
    assert.equal(await figure.locator(".figure__title").innerText(), title);
  });

  test("flags of the address: dark, plain, still, transparent, search, sign; unknown ones are ignored", async (t) => {
    const page = await visit(t, browser, site.address, { width: 700 });
    await page.goto(`${line}?dark=true&plain=true&transparent&colour=pink`);
    await shown(page);
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), "rgba(0, 0, 0, 0)");
    assert.equal((await page.locator(".figure__caption").boundingBox()).height <= 1, true);
    await page.goto(`/embed/ranking/?indicator=arbetsloshet&static=1`);
    await shown(page);
    assert.equal(await page.getByRole("tab").count(), 0);
    await page.goto(`/embed/line/?indicator=arbetsloshet&search=true&logo=on`);
    await shown(page);
    await page.getByRole("combobox").fill("Kiruna");
    await page.getByRole("option").first().click();
    await page.getByText(/Kiruna/).first().waitFor();
    assert.equal(await page.locator(".framed__sign").count(), 1);
    assert.equal(new URL(page.url()).search, "?indicator=arbetsloshet&search=true&logo=on", "the address stays as the host wrote it");
  });

  test("hostile addresses show a figure or a sentence, and nothing of theirs", async (t) => {
    const page = await visit(t, browser, site.address, { width: 700 });
    await page.addInitScript(() => { window.alert = () => { window.attacked = true; }; });
    const script = encodeURIComponent("<script>alert(1)</script><img src=x onerror=alert(1)>");
    for (const path of [
      `/embed/line/?indicator=${script}&area=${script}&edition=${script}&lang=${script}`,
      `/embed/ranking/?indicator=arbetsloshet&area=${"9999,".repeat(2000)}&period=${"9".repeat(500)}`,
      "/embed/map/?indicator=http://evil.test/&level=https://evil.test&from=//evil.test",
      `/embed/summary/?area=${script}`,
      `/embed/table/?${"x=y&".repeat(2500)}`,
    ]) {
      await page.goto(path);
      await page.waitForFunction(() => !document.documentElement.classList.contains("static"));
      assert.equal((await page.locator("main").innerText()).trim().length > 20, true, path);
      assert.equal(await page.evaluate(() => window.attacked), undefined, path);
      assert.equal(await page.locator("main script, main img").count(), 0, path);
    }
  });

  test("where WebAssembly is missing a drawn figure stays, and any other becomes a sentence with the way to it", async (t) => {
    const page = await visit(t, browser, site.address, { width: 700 });
    await page.addInitScript(() => { delete globalThis.WebAssembly; });
    for (const path of [line, map, summary]) {
      await page.goto(path);
      await page.locator("html.no-program").waitFor({ state: "attached" });
      assert.equal(await page.locator("main svg:visible, main table:visible").count() > 0, true, path);
    }
    await page.goto("/embed/scatter/?indicator=arbetsloshet&area=1480");
    const notice = page.locator(".framed__fallback");
    await notice.waitFor();
    const way = new URL(await notice.getByRole("link").first().getAttribute("href"), site.address);
    assert.equal(way.pathname, "/utforska/");
    assert.equal(way.searchParams.get("view"), "scatter");
    assert.equal(way.searchParams.get("area"), "1480");
  });

  test("an unknown view, and an edition that is not there, say so with a way on", async (t) => {
    const page = await visit(t, browser, site.address, { width: 700, expected: [/404/] });
    await page.goto("/embed/pie/");
    await page.getByRole("heading", { name: "Sidan finns inte" }).waitFor();
    await page.goto("/embed/line/?indicator=arbetsloshet&edition=000000000000");
    const notice = page.locator(".notice");
    await notice.waitFor();
    assert.match(await notice.innerText(), /fryst till utgåva 000000000000/);
    await notice.getByRole("link", { name: "Visa figuren med de senaste siffrorna" }).click();
    await shown(page);
  });

  test("without storage, and when the connection is lost afterwards, the figure stays", async (t) => {
    const page = await visit(t, browser, site.address, { width: 700, expected: [/ERR_INTERNET|failed/] });
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException("no", "SecurityError"); } });
      }
    });
    await page.goto("/embed/line/?indicator=arbetsloshet&search=1");
    await shown(page);
    await page.context().setOffline(true);
    await page.getByRole("combobox").fill("Kiruna");
    await page.getByRole("option").first().click();
    await page.locator(".framed .notice, .framed .chart").first().waitFor();
    assert.equal(await page.locator(".chart").count() >= 1, true, "what was there stays");
    await page.evaluate(() => fetch("/data/current.json").catch(() => {}));
  });

  test("the scripts are as small as promised", () => {
    for (const [file, most] of [["embed.js", 1024], ["figur.js", 1024], ["frame.js", 1600]]) {
      const size = gzipSync(readFileSync(join(project, "public", file)), { level: 9 }).length;
      assert.equal(size <= most, true, `${file} has ${size} bytes in gzip, ${most} are allowed`);
    }
  });
});

/** Keeps all messages that the page gets. */
const listening = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>";

const pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const element = (site) => `<lagesbild-figur src="${site.address}${line}" title="Arbetslöshet"><figure><img src="${pixel}" alt="Arbetslöshet"></figure></lagesbild-figur><script src="${site.address}/figur.js" async></script>`;

/** Waits until a frame is as high as its figure. */
async function fits(page, nth, figure, height = (frame) => frame.getBoundingClientRect().height) {
  const own = () => Math.ceil(document.body.getBoundingClientRect().height);
  let [told, needed] = [0, 100];
  for (let tries = 0; Math.abs(told - needed) > 1 && tries < 100; tries += 1) {
    needed = await figure.evaluate(own);
    told = await page.locator("iframe").nth(nth).evaluate(height);
    await page.waitForTimeout(50);
  }
  assert.equal(Math.abs(told - needed) <= 1 && needed > 100, true, `the frame is ${told} px high, its figure ${needed}`);
}

/** Waits until nothing has been heard for a while. */
async function settled(page) {
  let [before, now] = [-1, 0];
  while (before !== now) {
    before = now;
    await page.waitForTimeout(400);
    now = await page.evaluate(() => heard.length);
  }
}
