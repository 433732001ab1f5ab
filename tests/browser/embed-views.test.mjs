// Every figure that can be framed, by itself: nothing around it, nothing cut off, readable to all.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { shown } from "./harness/host.mjs";
import { opened } from "./harness/opened.mjs";

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
  "ages by sex": "/embed/pyramid/?area=1480",
  "ages by sex of the country, in English": "/embed/pyramid/?lang=en",
  "segregation curve": "/embed/curve/?area=1480",
  "a survey, in order": "/embed/ranking/?indicator=otrygga-utomhus&level=county&area=01,14",
  "a survey, over time": "/embed/line/?indicator=god-halsa&area=1480",
  "areas side by side": "/embed/compare/?area=0180,1480",
  "areas side by side in one theme": "/embed/compare/?area=0180,1480,14&indicator=arbetsloshet",
  "how apart groups live": "/embed/separation/?area=1480",
  summary: "/embed/summary/1480/",
  "summary in English": "/embed/summary/1480/en/",
};

describe("framed figures", () => {
  const at = opened();

  test("a measure in a place is framed beside places that were alike", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
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
    const page = await visit(t, at.browser, at.site.address);
    await page.goto("/embed/line/?indicator=otrygga-utomhus&area=1480");
    await shown(page);
    assert.equal(await page.locator(".chart path.fill[opacity], .chart path.fill[fill-opacity]").count() > 0, true, "a band around the line");
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

  test("areas side by side: the numbers of their page, one theme where an indicator is named, and more by searching", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    const rows = () => page.locator("table:is([aria-labelledby^=theme-], [aria-labelledby=compare-title]) tbody tr").allInnerTexts();
    await page.goto("/jamfor/?area=0180,1480");
    await page.locator(".table--compare").first().waitFor();
    const whole = await rows();
    await page.goto("/embed/compare/?area=0180,1480");
    await shown(page);
    assert.deepEqual(await rows(), whole);
    await page.goto("/embed/compare/?area=0180,1480&indicator=arbetsloshet&search=true");
    await shown(page);
    const theme = await rows();
    assert.equal(theme.length < whole.length && theme.every((row) => whole.includes(row)), true, `${theme.length} of ${whole.length} rows`);
    assert.equal(await page.locator(".figure a").count(), 0, "no page of the site opens inside the frame");
    assert.match(await page.locator(".figure__title").innerText(), /: Stockholm, Göteborg$/);
    assert.match(await page.locator(".framed__link").getAttribute("href"), /^\/jamfor\/\?area=0180,1480$/);
    await page.getByRole("combobox").fill("Kiruna");
    await page.getByRole("option").first().click();
    await page.locator(".figure__title", { hasText: "Kiruna" }).waitFor();
    for (const path of ["/embed/compare/", "/embed/compare/?area=9999", "/embed/separation/?area=9999"]) {
      await page.goto(path);
      await page.locator(".notice:visible").first().waitFor();
      assert.equal(await page.locator("table").count(), 0, path);
    }
  });

  test("the table of separation and those of areas side by side offer to be put in another page", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    for (const [path, within, framed] of [
      ["/kommun/1480-goteborg/", "section[aria-labelledby=separation-heading]", /\/embed\/separation\/\?area=1480/],
      ["/jamfor/?area=0180,1480", ".compare .section", /\/embed\/compare\/\?indicator=[a-z-]+&amp;area=0180,1480|\/embed\/compare\/\?[^"]*area=0180,1480/],
    ]) {
      await page.goto(path);
      await page.waitForFunction(() => !document.documentElement.classList.contains("static"));
      // The section's own figure comes first; the curve below it has an offer of its own.
      const offer = page.locator(within).locator("details.embed").first();
      await offer.locator("> summary").click();
      await offer.locator(".embed__code").waitFor();
      assert.match(await offer.locator(".embed__code").innerText(), framed);
    }
  });

  test("on a phone the table of separation shows its lines to the end", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { width: 390 });
    await page.goto("/embed/separation/?area=1480");
    await shown(page);
    await page.evaluate(() => document.fonts.ready);
    const hidden = await page.locator(".table--separation").evaluate((table) => table.scrollWidth - table.parentElement.clientWidth);
    assert.equal(hidden <= 0, true, `${hidden} px of the table are out of sight`);
  });

  for (const [name, path] of Object.entries(views)) {
    for (const [width, theme] of [[700, "light"], [320, "dark"]]) {
      test(`${name}: at ${width} px, ${theme}, axe finds nothing and nothing is cut off`, async (t) => {
        const page = await visit(t, at.browser, at.site.address, { width, theme });
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
