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
