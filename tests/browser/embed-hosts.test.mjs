// Figures in other people's pages, in both engines: every way of putting them there, every convention of telling their
// height, and what hosts that mean harm get.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { engines, pause, until } from "./harness/engines.mjs";
import { counted, framed, hosted } from "./harness/host.mjs";
import { serve } from "./harness/site.mjs";

const line = "/embed/line/arbetsloshet/01/";
const map = "/embed/map/arbetsloshet/";
const summary = "/embed/summary/1480/";
const ranking = "/embed/ranking/?indicator=arbetsloshet";

for (const { name, skip, start } of engines) {
  describe(`hosts in ${name}`, { skip }, () => {
    let engine, site;
    before(async () => {
      [engine, site] = await Promise.all([start(), serve("target/site/demo")]);
    });
    after(async () => {
      await engine?.close();
      await site?.stop();
    });

    const host = (t, body, look) => hosted(t, engine, site.address, body, look);
    const frame = (path, more = "") => `<iframe src="${site.address}${path}" title="Figur" width="100%" height="500" style="border:0" ${more}></iframe>`;
    const helper = () => `<script src="${site.address}/embed.js" async></script>`;
    const element = () => `<lagesbild-figur src="${site.address}${line}" title="Arbetslöshet"><figure><img src="${pixel}" alt="Arbetslöshet"></figure></lagesbild-figur><script src="${site.address}/figur.js" async></script>`;

    test("a plain frame keeps the height that the page gave it, also at 400 %", async (t) => {
      const { page } = await host(t, frame(line), { width: 320, height: 256 });
      const figure = await framed(page, line);
      assert.equal(await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height), 500);
      assert.match(await figure.evaluate(() => document.querySelector(".figure__title").innerText), /Stockholms län/);
    });

    test("the helper gives each frame its height, narrow and wide, however often it is there", async (t) => {
      const { page, resize } = await host(t, frame(line) + helper() + frame(summary) + helper());
      for (const width of [900, 320]) {
        await resize(width, 800);
        for (const [nth, path] of [line, summary].entries()) await fits(page, nth, await framed(page, path));
      }
    });

    test("lines, maps, tables of a place and places in order take over with and without an origin", async (t) => {
      const paths = [line, map, summary, `${ranking}&area=1480`];
      // Frames far below what is seen are not drawn by Chromium, so that all are in view.
      const body = paths.map((path) => frame(path) + frame(path, 'sandbox="allow-scripts"')).join("") + helper();
      const { page } = await host(t, body, { height: 8000 });
      const figures = () => page.frames().slice(1);
      const drawn = () => performance.getEntriesByName("app:ready").length > 0 && document.querySelectorAll(".chart text, .map__canvas, .table").length > 0;
      await until(async () => {
        const taken = await Promise.all(figures().map((figure) => figure.evaluate(drawn).catch(() => false)));
        return taken.length === 2 * paths.length && taken.every(Boolean);
      }, () => "eight figures");
      const origins = await Promise.all(figures().map((figure) => figure.evaluate(() => origin)));
      assert.equal(origins.filter((origin) => origin === "null").length, paths.length);
      const nths = await Promise.all(figures().map(async (figure) => (await figure.frameElement()).evaluate((own) => [...document.querySelectorAll("iframe")].indexOf(own))));
      for (const [at, figure] of figures().entries()) await fits(page, nths[at], figure);
    });

    test("newsrooms' listeners hear the first convention and find the frame by its source", async (t) => {
      const listener = `<script>addEventListener("message", (event) => {
        const heights = event.data["datawrapper-height"];
        if (!heights) return;
        for (const frame of document.querySelectorAll("iframe"))
          if (frame.contentWindow === event.source) for (const id in heights) frame.style.height = heights[id] + "px";
      })</script>`;
      const { page } = await host(t, listener + frame(line));
      await fits(page, 0, await framed(page, line));
    });

    test("AMP and Medium hear theirs; asked again it tells again, unasked it does not", async (t) => {
      const { page } = await host(t, listening + frame(line));
      await framed(page, line);
      const heard = () => page.evaluate(() => heard);
      await until(async () => (await heard()).some((data) => data.sentinel === "amp" && data.type === "embed-size" && data.height > 100), () => "AMP's message");
      const strings = (await heard()).filter((data) => typeof data === "string").map((text) => JSON.parse(text));
      assert.equal(strings.length > 0, true);
      assert.equal(strings.every(({ context, height, src }) => context === "iframe.resize" && height > 0 && src.includes("/embed/line/")), true);
      const before = await settled(page);
      await pause(300);
      assert.equal((await heard()).length, before, "the same height is not told twice");
      await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ sentinel: "amp", type: "frames-init" }, "*"));
      await until(async () => (await heard()).length > before, () => "the height that was asked for");
    });

    test("a Pym parent sizes its child", async (t) => {
      const pym = readFileSync(createRequire(import.meta.url).resolve("pym.js/dist/pym.v1.min.js"), "utf8");
      const body = `<div id="here"></div><script src="/pym.js"></script><script>new pym.Parent('here', '${site.address}${line}', {})</script>`;
      const { page, resize } = await host(t, body, { files: { "/pym.js": pym } });
      const figure = await framed(page, line);
      assert.match(figure.url(), /childId=here/);
      await fits(page, 0, figure, (frame) => frame.clientHeight);
      await resize(360, 800);
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
      const { page } = await host(t, wordpress + embed + ready, { width: 640 });
      const figure = await framed(page, summary);
      assert.equal(await figure.evaluate(() => origin), "null");
      await fits(page, 0, figure, (frame) => Number(frame.height));
      assert.equal(await page.evaluate(() => Number(document.querySelector("iframe").height)) < 1000, true, "it fits in what WordPress allows");
    });

    test("the element becomes a frame where the page's policy allows no WebAssembly", async (t) => {
      const policy = `default-src 'none'; script-src ${site.address}; frame-src ${site.address}; style-src 'unsafe-inline'; img-src data:`;
      const { page } = await host(t, element(), { policy });
      const figure = await framed(page, line);
      await until(() => page.evaluate(() => document.querySelector("lagesbild-figur > figure") === null), () => "the still figure to go");
      await fits(page, 0, figure);
      assert.equal(await page.evaluate(() => document.querySelector("lagesbild-figur iframe").title), "Arbetslöshet");
    });

    test("the element keeps its still figure where the page allows no frames, and takes no look-alike address", async (t) => {
      const policy = `default-src 'none'; script-src ${site.address}; style-src 'unsafe-inline'; img-src data:`;
      const { page } = await host(t, element(), { policy, expected: [/frame/i] });
      await pause(500);
      assert.equal(await page.evaluate(() => document.querySelectorAll("lagesbild-figur > figure img").length), 1);
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
      for (const theme of engine.themes) {
        const { page } = await host(t, body, { theme });
        assert.equal(is_dark(await ground(await framed(page, summary))), true, "as the address says");
        assert.equal(is_dark(await ground(await framed(page, line))), theme === "dark", "as the device says");
      }
    });

    test("twenty figures on one page fetch each shared file once", async (t) => {
      const proxy = await counted(site.address);
      t.after(() => proxy.stop());
      const codes = Array.from({ length: 20 }, (_, nth) => `/embed/line/?indicator=arbetsloshet&area=${["0180", "1480", "1280", "0380"][nth % 4]}&compare=${["0114", "0115", "0117", "0120", "0123"][nth % 5]}`);
      const body = codes.map((path) => `<iframe src="${proxy.address}${path}" title="Figur" width="400" height="300"></iframe>`).join("");
      const { page } = await hosted(t, engine, proxy.address, body, { height: 4000 });
      await until(() => page.frames().length === 21, () => "twenty frames");
      const ready = () => performance.getEntriesByName("app:ready").length > 0;
      for (const figure of page.frames().slice(1)) await until(() => figure.evaluate(ready).catch(() => false), () => figure.url());
      const shared = [...proxy.sent].filter(([path]) => !path.startsWith("/embed/"));
      assert.equal(shared.some(([path]) => path.endsWith(".wasm")), true);
      assert.deepEqual(shared.filter(([path, n]) => n > 1 && !path.endsWith("current.json")), [], "sent more than once");
    });

    test("a sandboxed frame keeps its own copy and asks for nothing twice", async (t) => {
      const { page, requests } = await host(t, frame(line, 'sandbox="allow-scripts"'));
      const figure = await framed(page, line);
      await figure.evaluate(() => [...document.querySelectorAll("[role=tab]")].find((tab) => tab.innerText === "Tabell").click());
      await until(() => figure.evaluate(() => document.querySelector("table") !== null), () => "the table");
      assert.equal(requests.some((url) => url.endsWith(".wasm")), true, "its requests are seen");
      assert.deepEqual(requests.filter((url, at) => requests.indexOf(url) !== at), []);
    });

    test("areas that come and go are told to the host, and nothing that it says is believed", async (t) => {
      const { page } = await host(t, listening + frame(ranking));
      const figure = await framed(page, "/embed/ranking/");
      const title = () => figure.evaluate(() => document.querySelector(".figure__title")?.innerText);
      await until(() => figure.evaluate(() => document.querySelector(".chart text") !== null), () => "the chart");
      const before = await title();
      await page.evaluate(() => {
        const target = document.querySelector("iframe").contentWindow;
        const junk = [null, 7, "pymxPYMx", "{", { message: "ready", secret: "../../../.." }, { type: "lagesbild:event", name: "area.select", detail: { area: "1480" } },
          { sentinel: "amp", type: "embed-size", height: -1 }, { "datawrapper-height": { x: "<script>alert(1)</script>" } }, "x".repeat(100_000)];
        for (const data of junk) target.postMessage(data, "*");
      });
      await figure.evaluate(() => document.querySelector(".plot").focus());
      for (const key of ["ArrowRight", "Enter"]) await page.keyboard.press(key);
      const told = () => page.evaluate(() => heard.find((data) => data?.type === "lagesbild:event"));
      const event = await until(told, () => "the event");
      assert.equal(event.version, 1);
      assert.equal(event.name, "area.select");
      assert.match(event.detail.area, /^\d{4}$/);
      assert.equal(await title(), before);
    });
  });
}

/** Keeps all messages that the page gets. */
const listening = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>";

const pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

/** Waits until a frame is as high as its figure. */
async function fits(page, nth, figure, height = (frame) => frame.getBoundingClientRect().height) {
  const own = () => Math.ceil(document.body.getBoundingClientRect().height);
  const given = async () => (await page.$$("iframe"))[nth].evaluate(height);
  let [told, needed] = [0, 100];
  for (let tries = 0; Math.abs(told - needed) > 1 && tries < 100; tries += 1) {
    [needed, told] = [await figure.evaluate(own), await given()];
    await pause(50);
  }
  assert.equal(Math.abs(told - needed) <= 1 && needed > 100, true, `the frame is ${told} px high, its figure ${needed}`);
}

/** Waits until nothing has been heard for a while, and gives how much was heard. */
async function settled(page) {
  let [before, now] = [-1, 0];
  while (before !== now) {
    before = now;
    await pause(400);
    now = await page.evaluate(() => heard.length);
  }
  return now;
}
