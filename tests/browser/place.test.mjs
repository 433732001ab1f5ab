// Pages of municipalities and counties: complete without a program, taken over without a jump.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { accessible } from "./harness/axe.mjs";
import { launch, visit } from "./harness/browser.mjs";
import { editions, taken } from "./harness/editions.mjs";
import { serve } from "./harness/site.mjs";

for (const edition of editions) {
  describe(`place pages, ${edition} edition`, () => {
    let browser, site;
    before(async () => {
      [browser, site] = await Promise.all([launch(), serve(`target/site/${edition}`)]);
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    test("without JavaScript the page has figures, words and links", async (t) => {
      const page = await visit(t, browser, site.address, { javaScript: false, expected: [/failed: csp/] });
      await page.goto("/kommun/1480-goteborg/");
      const text = await page.locator("main").innerText();
      for (const part of ["Göteborg", "Västra Götalands län", "Sverige"]) assert.match(text, new RegExp(part));
      const cards = await page.locator(".card").count();
      assert.equal(cards >= 3, true);
      assert.equal(await page.locator(".card .figure .chart:visible").count(), cards, "one line chart a card");
      assert.match(await page.locator(".chart desc").first().textContent(), /\d/);
      await page.getByRole("link", { name: "Västra Götalands län" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Västra Götalands län" }).waitFor();
      await page.locator(".relatives li").nth(48).waitFor();
      assert.equal(await page.locator(".relatives li").count(), 49);
    });

    if (edition === "demo") {
      test("differences inside come before single values, and their parts add up", async (t) => {
        const page = await visit(t, browser, site.address);
        await page.goto("/kommun/1480-goteborg/");
        await taken(page);
        const heading = page.getByRole("heading", { level: 2, name: "Skillnader inom Göteborg" });
        await heading.waitFor();
        const [inside, theme] = [await heading.boundingBox(), await page.locator(".theme").first().boundingBox()];
        assert.equal(inside.y < theme.y, true);
        await page.locator("#inside-table summary").click();
        for (const row of await page.locator("#inside-table tbody tr").all()) {
          const shares = (await row.locator("td").allTextContents()).map((text) => Number.parseInt(text, 10));
          const sum = shares.reduce((all, share) => all + share, 0);
          assert.equal(Math.abs(sum - 100) <= 1, true, `${shares} must be 100 % but for rounding`);
        }
        assert.equal((await page.locator(".similar li").count()) >= 3, true);
        assert.equal((await page.locator(".strip__heading", { hasText: "RegSO i Göteborg" }).count()) >= 5, true);
      });
    }

    test("a number of people is not drawn beside the whole country's", async (t) => {
      const page = await visit(t, browser, site.address, { javaScript: false, expected: [/failed: csp/] });
      await page.goto("/kommun/1780-karlstad/");
      const labels = await page.locator("#i-befolkning .chart:visible text").allTextContents();
      assert.equal(labels.some((label) => /Karlstad/.test(label)), true);
      assert.equal(labels.some((label) => /Sverige/.test(label)), false, labels.join(" | "));
    });

    test("the program takes over without moving what is read", async (t) => {
      const page = await visit(t, browser, site.address);
      await page.addInitScript(() => {
        globalThis.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto("/kommun/2480-umea/");
      const before = await words(page);
      await taken(page);
      assert.deepEqual(await words(page), before, "headings and key figures say the same before and after");
      await page.waitForTimeout(300);
      const shifts = await page.evaluate(() => globalThis.shifts);
      assert.equal(shifts <= 0.02, true, `layout shift ${shifts}`);
    });

    test("opened sections and the place on the page survive the takeover", async (t) => {
      const page = await visit(t, browser, site.address);
      let release;
      const held = new Promise((resolve) => { release = resolve; });
      await page.route("**/*.wasm", async (route) => { await held; await route.continue(); });
      await page.goto("/kommun/0180-stockholm/", { waitUntil: "domcontentloaded" });
      await page.locator("details[id^=about-] summary").first().click();
      await page.evaluate(() => scrollTo(0, 600));
      release();
      await taken(page);
      assert.equal(await page.locator("details[id^=about-]").first().evaluate((element) => element.open), true);
      const scroll = await page.evaluate(() => scrollY);
      assert.equal(Math.abs(scroll - 600) <= 2, true, `scrolled to ${scroll}`);
    });

    test("a link inside the site changes page, title and focus without loading anew", async (t) => {
      const page = await visit(t, browser, site.address);
      await page.goto("/kommun/1480-goteborg/");
      await taken(page);
      await page.evaluate(() => { globalThis.sameDocument = true; });
      await page.locator(".relatives a", { hasText: /^Ale$/ }).click();
      await page.getByRole("heading", { level: 1, name: "Ale" }).waitFor();
      assert.match(await page.title(), /^Ale/);
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "Göteborg" }).waitFor();
    });

    test("an unknown address answers 404, in words, with the nearest names", async (t) => {
      const page = await visit(t, browser, site.address, { expected: [/404/] });
      const answer = await page.goto("/kommun/goteborg/");
      assert.equal(answer.status(), 404);
      await taken(page);
      await page.getByRole("heading", { level: 1, name: "Sidan finns inte" }).waitFor();
      await page.getByRole("link", { name: "Göteborg", exact: true }).waitFor();
    });

    test("the table behind a figure can be taken along", async (t) => {
      const page = await visit(t, browser, site.address);
      await page.goto("/kommun/1480-goteborg/");
      await taken(page);
      const address = await page.locator("#i-arbetsloshet a[download]").getAttribute("href");
      const answer = await page.request.get(address);
      assert.equal(answer.status(), 200, address);
      assert.match(await answer.text(), /1480/);
    });

    test("every page's file is well-formed and within its budget of bytes", async (t) => {
      const page = await visit(t, browser, site.address);
      for (const path of ["/kommun/1480-goteborg/", "/en/municipality/0180-stockholm/", "/lan/25-norrbottens-lan/"]) {
        const answer = await page.request.get(path, { headers: { "accept-encoding": "br" } });
        assert.equal(answer.status(), 200, path);
        // As it is published: the server of the tests compresses in haste.
        const bytes = brotliCompressSync(await answer.body()).length;
        assert.equal(bytes > 2000 && bytes <= 40_000, true, `${path} is ${bytes} bytes in brotli`);
      }
    });

    for (const [width, theme, locale, path] of [
      [1280, "dark", "sv-SE", "/kommun/1480-goteborg/"],
      [390, "light", "sv-SE", "/kommun/2584-kiruna/"],
      [320, "light", "en-GB", "/en/municipality/1780-karlstad/"],
    ]) {
      test(`axe finds nothing on ${path} at ${width} px, ${theme}`, async (t) => {
        const page = await visit(t, browser, site.address, { width, theme, locale });
        await page.goto(path);
        await taken(page);
        await accessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow <= 0, true, `the page is ${overflow} px wider than the screen`);
      });
    }
  });
}

/** Headings and large numbers, in their order. */
function words(page) {
  return page.locator("h1, h2, .card h3, .card__value, .beside dd").allInnerTexts();
}
