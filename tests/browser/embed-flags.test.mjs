// Every flag that an address of a framed figure may carry, one by one: what it does, and that it does nothing else.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visit } from "./harness/browser.mjs";
import { shown } from "./harness/host.mjs";
import { opened } from "./harness/opened.mjs";

const line = "/embed/line/arbetsloshet/01/";
const ranking = "/embed/ranking/?indicator=arbetsloshet";
const drawings = {
  line: "/embed/line/arbetsloshet/01/?",
  ranking: `${ranking}&area=1480&`,
  distribution: "/embed/distribution/?indicator=arbetsloshet&area=1480&",
  scatter: "/embed/scatter/?indicator=arbetsloshet&area=1480&",
  slope: "/embed/slope/?indicator=arbetsloshet&level=county&area=01,14&",
  "area types": "/embed/area-types/?area=1480&",
  map: "/embed/map/arbetsloshet/?",
};

describe("flags of framed figures", () => {
  const at = opened();

  const framed = async (t, path, look = {}) => {
    const page = await visit(t, at.browser, at.site.address, { width: 700, ...look });
    await page.goto(path);
    await shown(page);
    return page;
  };
  const ground = (page) => page.evaluate(() => {
    const colors = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    return (colors.find((color) => color !== "rgba(0, 0, 0, 0)") ?? "none").match(/\d+/g)?.slice(0, 3).map(Number) ?? "none";
  });
  const isDark = async (page) => (await ground(page)).every((part) => part < 80);

  for (const [flags, theme, expected] of [["dark=true", "light", true], ["dark=false", "dark", false], ["dark=auto", "dark", true], ["dark=auto", "light", false], ["theme=dark", "light", true], ["theme=light", "dark", false]]) {
    test(`${flags} on a device that is ${theme}`, async (t) => {
      const page = await framed(t, `${line}?${flags}`, { theme });
      assert.equal(await isDark(page), expected);
    });
  }

  test("plain: title and sentence are there only for those who do not see", async (t) => {
    const page = await framed(t, `${line}?plain=true`);
    assert.equal((await page.locator(".figure__caption").boundingBox()).height <= 1, true);
    assert.match(await page.locator(".figure__title").textContent(), /Stockholms län/);
    assert.equal(await page.locator(".figure__source").isVisible(), true, "the source stays");
  });

  test("static: nothing to press and nothing that answers to the pointer, but the same numbers", async (t) => {
    const page = await framed(t, `${ranking}&level=county&static=true`);
    assert.equal(await page.getByRole("tab").count(), 0);
    assert.equal(await page.getByRole("slider").count(), 0);
    await page.locator(".plot").hover({ force: true, position: { x: 300, y: 100 } });
    assert.equal(await page.locator(".tooltip").count(), 0);
    assert.match(await page.locator(".chart").textContent(), /Stockholms län/);
  });

  test("transparent: the page around shines through", async (t) => {
    const page = await framed(t, `${line}?transparent=true`);
    assert.equal(await ground(page), "none");
  });

  test("search: a field takes areas into the figure; without the flag there is none", async (t) => {
    const page = await framed(t, "/embed/line/?indicator=arbetsloshet&search=true");
    await page.getByRole("combobox").fill("Kiruna");
    await page.getByRole("option").first().click();
    await page.locator(".figure__title", { hasText: "Kiruna" }).waitFor();
    await page.goto("/embed/line/?indicator=arbetsloshet");
    await shown(page);
    assert.equal(await page.getByRole("combobox").count(), 0);
  });

  test("logo: the site's sign stands beside the link; without the flag it does not", async (t) => {
    const page = await framed(t, `${line}?logo=true`);
    assert.equal(await page.locator(".framed__sign").isVisible(), true);
    await page.goto(line);
    await shown(page);
    assert.equal(await page.locator(".framed__sign").count(), 0);
  });

  test("lang: the words are English, by the flag and by the path", async (t) => {
    const page = await framed(t, "/embed/line/?indicator=arbetsloshet&lang=en");
    assert.match(await page.locator(".figure__title").innerText(), /^Unemployment/);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.goto("/embed/line/arbetsloshet/en/");
    await shown(page);
    assert.match(await page.locator(".figure__title").innerText(), /^Unemployment/);
  });

  test("edition: the newest, named, is frozen and says so", async (t) => {
    const page = await framed(t, line);
    const edition = await page.evaluate(async () => (await (await fetch("/data/current.json")).json()).edition);
    await page.goto(`/embed/line/?indicator=arbetsloshet&area=01&edition=${edition}`);
    await shown(page);
    assert.match(await page.locator(".framed__frozen").innerText(), new RegExp(`Fryst.*${edition}`));
  });

  test("area and compare: both are in the figure", async (t) => {
    const page = await framed(t, "/embed/line/?indicator=arbetsloshet&area=0180&compare=1480");
    const title = await page.locator(".figure__title").innerText();
    assert.match(title, /Stockholm/);
    assert.match(title, /Göteborg/);
  });

  test("indicator: another one is shown, and one that is not published is said to be missing, never replaced", async (t) => {
    const page = await framed(t, "/embed/line/?indicator=trangboddhet", { expected: [/404/] });
    assert.doesNotMatch(await page.locator(".figure__title").innerText(), /Arbetslöshet/);
    for (const view of ["line", "map", "ranking", "distribution", "scatter", "table", "slope", "strip"]) {
      await page.goto(`/embed/${view}/?indicator=finns-inte`);
      const notice = page.locator(".notice");
      await notice.waitFor();
      assert.match(await notice.innerText(), /Indikatorn finns-inte finns inte/, view);
      assert.equal(await notice.getByRole("link").count(), 1, "a way on");
      assert.equal(await page.locator(".chart, .map, table").count(), 0, `${view} shows nothing else`);
    }
  });

  test("an area that is not there is said to be left out", async (t) => {
    const page = await framed(t, "/embed/line/?indicator=arbetsloshet&area=0180,9999");
    assert.match(await page.locator(".framed__left-out").innerText(), /9999 finns inte/);
    assert.match(await page.locator(".figure__title").innerText(), /Stockholm/);
    await page.goto(line);
    await shown(page);
    assert.equal(await page.locator(".framed__left-out").count(), 0);
  });

  test("period: an earlier one is shown, and one without figures is said to be another", async (t) => {
    const page = await framed(t, `${ranking}&period=2015`);
    assert.match(await page.locator(".figure__title").innerText(), /2015/);
    await page.goto(`${ranking}&period=1901`);
    await shown(page);
    assert.match(await page.locator(".framed__left-out").innerText(), /1901/);
  });

  test("level: counties instead of municipalities", async (t) => {
    const page = await framed(t, "/embed/table/?indicator=arbetsloshet&level=county");
    assert.equal(await page.locator("tbody tr").count(), 21);
  });

  test("classes: as many colours as asked for", async (t) => {
    const page = await framed(t, "/embed/map/?indicator=arbetsloshet");
    const n = () => page.locator(".legend__class").count();
    const usual = await n();
    await page.goto("/embed/map/?indicator=arbetsloshet&classes=7");
    await shown(page);
    assert.equal(await n(), usual + 2);
  });

  test("unknown flags are ignored, and the canonical address carries none", async (t) => {
    const page = await framed(t, `${line}?colour=pink&onload=alert(1)&plain=banana`);
    assert.equal((await page.locator(".figure__caption").boundingBox()).height > 20, true);
    const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
    assert.equal(new URL(canonical, at.site.address).search, "");
    assert.equal(new URL(canonical, at.site.address).pathname, line);
  });

  for (const [name, path] of Object.entries(drawings)) {
    test(`fitchart: ${name} is as high as its frame, follows it, and has a least height`, async (t) => {
      const page = await framed(t, `${path}fitchart=true`, { height: 900 });
      const heights = () => page.evaluate(() => ({
        page: document.documentElement.scrollHeight,
        body: document.body.getBoundingClientRect().height,
        drawing: document.querySelector(".plot .picture, .map").getBoundingClientRect().height,
        frame: innerHeight,
      }));
      // Filled, and at rest: words take another height when their face has come.
      const filled = async () => {
        await page.evaluate(() => document.fonts.ready);
        await page.waitForFunction(() => {
          const { height } = document.body.getBoundingClientRect();
          const drawing = document.querySelector(".plot .picture, .map").getBoundingClientRect().height;
          const [before, since] = window.seen ?? [];
          if (drawing !== before) window.seen = [drawing, performance.now()];
          return height <= innerHeight && height > innerHeight - 3 && drawing === before && performance.now() - since > 400;
        });
      };
      await filled();
      const first = await heights();
      await page.setViewportSize({ width: 700, height: 1200 });
      await filled();
      const second = await heights();
      assert.equal(Math.abs(second.drawing - first.drawing - 300) <= 3, true, `the drawing takes what is new: ${JSON.stringify([first, second])}`);
      assert.equal(Math.abs(second.body - second.drawing - (first.body - first.drawing)) <= 3, true, "the words keep their height");
      await page.setViewportSize({ width: 700, height: 200 });
      await page.waitForFunction(() => document.querySelector(".plot .picture, .map").getBoundingClientRect().height < 420);
      await page.waitForTimeout(200);
      const least = await heights();
      assert.equal(least.drawing >= 150 && least.page >= least.drawing + 100, true, `it stays legible and can be scrolled: ${JSON.stringify(least)}`);
    });
  }

  test("fitchart: a table fills the frame and scrolls inside it", async (t) => {
    const page = await framed(t, "/embed/table/?indicator=arbetsloshet&fitchart=true", { height: 900 });
    const body = () => page.evaluate(() => Math.round(document.body.getBoundingClientRect().height));
    assert.equal(await body(), 900);
    const box = await page.locator(".table-box").boundingBox();
    assert.equal(box.height > 400, true);
    assert.equal(await page.locator(".table-box").evaluate((box) => box.scrollHeight > box.clientHeight), true);
  });
});
