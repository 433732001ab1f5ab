// Every figure that can be framed, by itself: nothing around it, nothing cut off, readable to all.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { launch, visit } from "./harness/browser.mjs";
import { shown } from "./harness/host.mjs";
import { serve } from "./harness/site.mjs";

const views = {
  line: "/embed/line/arbetsloshet/01/",
  "lines of municipalities": "/embed/line/?indicator=arbetsloshet&area=1480,0180",
  map: "/embed/map/arbetsloshet/",
  "map of a county": "/embed/map/arbetsloshet/01/",
  ranking: "/embed/ranking/?indicator=arbetsloshet&area=1480",
  distribution: "/embed/distribution/?indicator=arbetsloshet&area=1480",
  scatter: "/embed/scatter/?indicator=arbetsloshet&area=1480",
  table: "/embed/table/?indicator=arbetsloshet",
  "two points in time": "/embed/slope/?indicator=arbetsloshet&level=county&area=01,14",
  "strip of a level": "/embed/strip/?indicator=arbetsloshet",
  "strip of a place": "/embed/strip/?indicator=arbetsloshet&area=1480",
  "strip inside a place": "/embed/strip/?indicator=arbetsloshet&area=1480&level=regso",
  "area types": "/embed/area-types/?area=1480",
  "area types of the country": "/embed/area-types/",
  "within and between": "/embed/within-between/?area=1480",
  "a survey, in order": "/embed/ranking/?indicator=otrygga-utomhus&level=county&area=01,14",
  "a survey, over time": "/embed/line/?indicator=god-halsa&area=1480",
  summary: "/embed/summary/1480/",
  "summary in English": "/embed/summary/1480/en/",
};

describe("framed figures", () => {
  let browser, site;
  before(async () => {
    [browser, site] = await Promise.all([launch(), serve("target/site/demo")]);
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  test("a measure in a place is framed beside places that were alike", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto("/kommun/1280-malmo/");
    const framed = await page.evaluate(async () => {
      const { edition } = await (await fetch("/data/current.json")).json();
      const { events } = await (await fetch(`/data/${edition}/events.json`)).json();
      for (const { area, from, indicators } of events.filter(({ area }) => area.length === 4)) {
        const { events } = await (await fetch(`/data/${edition}/profile/${area}.json`)).json();
        const compared = events?.find(({ comparisons }) => comparisons?.length);
        if (compared) return `/embed/event/?area=${area}&indicator=${compared.comparisons[0].slug}&period=${compared.event.from}`;
      }
    });
    await page.goto(framed);
    await shown(page);
    await accessible(page);
    assert.match(await page.locator(".figure__lede").innerText(), /\d/);
    await page.goto(framed.replace(/period=\d+/, "period=1950"));
    await page.getByText("finns inte i den här utgåvan").waitFor();
  });

  test("a survey shows its intervals: a band, whiskers, possible places, and words that do not say more", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto("/embed/line/?indicator=otrygga-utomhus&area=1480");
    await shown(page);
    assert.equal(await page.locator(".chart polygon").count() > 0, true, "a band around the line");
    await page.getByRole("tab", { name: "Tabell" }).click();
    assert.match((await page.getByRole("columnheader").allInnerTexts()).join("|"), /95\s%: från.*95\s%: till/);
    await page.goto("/embed/ranking/?indicator=otrygga-utomhus&level=county&area=01,14");
    await shown(page);
    assert.match(await page.locator(".figure__lede").innerText(), /95\s%\s?konfidensintervall .*möjlig plats \d+(–\d+)? av 21/);
    await page.getByRole("tab", { name: "Tabell" }).click();
    const rows = await page.locator("tbody tr").allInnerTexts();
    assert.equal(rows.length, 21);
    for (const row of rows) {
      const [, own, low, high] = row.replaceAll("\u00a0", " ").match(/\t([\d,]+)[^\t]*\t([\d,]+)\t([\d,]+)\t/).map((text) => Number(text.replace(",", ".")));
      assert.equal(low <= own && own <= high, true, row);
    }
  });

  for (const [name, path] of Object.entries(views)) {
    for (const [width, theme] of [[700, "light"], [320, "dark"]]) {
      test(`${name}: at ${width} px, ${theme}, axe finds nothing and nothing is cut off`, async (t) => {
        const page = await visit(t, browser, site.address, { width, theme });
        await page.goto(path);
        await shown(page);
        await accessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow <= 0, true, `the figure is ${overflow} px wider than its frame`);
        assert.equal(await page.locator(".framed__link").count(), 1, "the way to the whole view");
        assert.equal(await page.locator(".header, .footer").count(), 0, "nothing of the site around it");
      });
    }
  }
});
