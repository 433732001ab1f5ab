// Pages of municipalities and counties: complete without a program, taken over without a jump.
import assert from "node:assert/strict";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { editions, taken } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";

for (const edition of editions) {
  describe(`place pages, ${edition} edition`, () => {
    const at = opened(`target/site/${edition}`);

    test("without JavaScript the page has figures, words and links", async (t) => {
      const page = await visit(t, at.browser, at.site.address, { javaScript: false });
      await page.goto("/kommun/1480-goteborg/");
      const text = await page.locator("main").innerText();
      for (const part of ["Göteborg", "Västra Götalands län", "Sverige"]) assert.match(text, new RegExp(part));
      const rows = await page.locator(".row").count();
      assert.equal(rows >= 3, true);
      assert.equal(await page.locator(".row__line .chart:visible").count() >= 3, true, "lines in rows");
      await page.locator(".row__more summary").first().click();
      assert.equal((await page.locator(".row__more tbody tr:visible").count()) >= 2, true, "the numbers as a table");
      assert.match(await page.locator(".chart desc").first().textContent(), /\d/);
      await page.getByRole("link", { name: "Västra Götalands län" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Västra Götalands län" }).waitFor();
      await page.locator(".relatives li").nth(48).waitFor();
      assert.equal(await page.locator(".relatives li").count(), 49);
    });

    if (edition === "demo") {
      test("differences inside come before single values, and their parts add up", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/kommun/1480-goteborg/");
        await taken(page);
        const heading = page.getByRole("heading", { level: 3, name: "Skillnader inom Göteborg" });
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
        assert.equal((await page.locator(".row__spread", { hasText: "Spridning mellan RegSO" }).count()) >= 5, true);
        await page.locator("#about-trangboddhet summary").click();
        await page.locator("#i-trangboddhet .strip__heading", { hasText: "RegSO i Göteborg" }).waitFor();
      });

      test("ages stand beside the country's, and the curve has the index of the table", async (t) => {
        const read = async (page) => [
          await page.locator("#ages .figure__lede, #ages figcaption").first().innerText(),
          await page.locator("#ages svg.chart:visible").count(),
          await page.locator("section[aria-labelledby=separation-heading] svg.chart:visible").count() > 0,
        ];
        const still = await visit(t, at.browser, at.site.address, { javaScript: false });
        await still.goto("/kommun/2506-arjeplog/");
        const before = await read(still);
        assert.match(before[0], /Arjeplog/);
        assert.equal(before[1] > 0 && before[2], true, "drawn beforehand");
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/kommun/2506-arjeplog/");
        await taken(page);
        assert.equal(await page.locator("#ages .embed summary").count(), 1);
        assert.equal(await page.locator("#ages .figure__keep").count(), 0, "the basket has no figures of one place");
        await page.locator("#pyramid-table-tab").click();
        const rows = await page.locator("#pyramid-table-panel tbody tr").allInnerTexts();
        assert.equal(rows.length, 20);
        const shares = rows.map((row) => row.replaceAll("\u00a0", " ").split("\t").filter((cell) => cell.endsWith("%")).map((cell) => Number.parseFloat(cell.replace(",", "."))));
        for (const pair of [[0, 1], [2, 3]]) {
          const sum = shares.reduce((all, row) => all + row[pair[0]] + row[pair[1]], 0);
          assert.equal(Math.abs(sum - 100) <= 1.5, true, `${sum} must be 100 % but for rounding`);
        }
        assert.deepEqual((await read(page))[0], before[0], "the same words before and after the takeover");
        await page.locator("#curve-table-tab").click();
        const last = (await page.locator("#curve-table-panel tbody tr").allInnerTexts()).map((row) => row.split("\t").at(-1));
        const line = await page.locator(".table--separation tbody tr").first().innerText();
        const index = Number(line.match(/→ ([\d,]+)/)[1].replace(",", "."));
        assert.equal(Math.abs(Number(last.at(-2).replace(",", ".")) - index) <= 0.0051, true, `${last} ${index}`);
      });

      test("the map shows types or an indicator, and each area leads to its own page", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/kommun/1480-goteborg/");
        await taken(page);
        const areas = page.locator(".area-map__area");
        await areas.first().waitFor();
        assert.equal(await areas.count(), 119);
        const fills = () => areas.evaluateAll((all) => all.map((area) => getComputedStyle(area).fill).join());
        const legend = () => page.locator(".area-map__legend .legend__count").allTextContents();
        const total = (counts) => counts.reduce((sum, count) => sum + Number(count), 0);
        const types = await fills();
        assert.equal(total(await legend()), 119, "every area has one type");
        await page.locator(".area-map select").selectOption("arbetsloshet");
        await page.waitForFunction((before) =>
          [...document.querySelectorAll(".area-map__area")].map((area) => getComputedStyle(area).fill).join() !== before, types);
        await page.locator("#area-list summary").click();
        await page.locator("#area-list a").first().click();
        await page.getByRole("heading", { level: 1, name: "Exempelområde 1" }).waitFor();
        assert.match(page.url(), /\/omrade\/1480R001\/$/);
      });

      test("with fixed limits areas move otherwise than with those of each year, and none is lost", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/kommun/1480-goteborg/");
        await taken(page);
        await page.locator("#transitions summary").click();
        const cells = async () =>
          (await page.locator("#transitions tbody td").allTextContents()).map(Number);
        const moving = await cells();
        await page.locator("#forsta select").first().selectOption("fixed");
        await page.waitForTimeout(200);
        const fixed = await cells();
        for (const all of [moving, fixed]) assert.equal(all.reduce((sum, n) => sum + n, 0), 119);
        assert.notDeepEqual(moving, fixed);
      });

      test("a measure is shown beside places that were alike, as description", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/kommun/1480-goteborg/");
        await taken(page);
        const change = await page.locator("#forandring").textContent();
        for (const part of [/Läslyftet/, /inte en effekt/, /av en slump/, /Före åtgärden \(2011–2014\)/]) {
          assert.match(change, part);
        }
        assert.equal(await page.locator("#forandring .event__figure .chart:visible").count(), 2);
      });

      test("the discussion sheet is on paper alone, with four figures and three questions", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/kommun/1480-goteborg/");
        await taken(page);
        assert.equal(await page.locator(".sheet").isVisible(), false);
        await page.evaluate(() => {
          globalThis.printed = [];
          globalThis.print = () => globalThis.printed.push(document.documentElement.className);
        });
        await page.getByRole("button", { name: "Skriv ut samtalsunderlag" }).click();
        await page.getByRole("button", { name: "Skriv ut sidan" }).click();
        const [sheet, whole] = await page.evaluate(() => globalThis.printed);
        assert.match(sheet, /prints-sheet/);
        assert.doesNotMatch(whole, /prints-sheet/);
        await page.emulateMedia({ media: "print" });
        await page.evaluate(() => document.documentElement.classList.add("prints-sheet"));
        assert.equal(await page.locator(".sheet__figure .chart:visible").count(), 4);
        assert.equal(await page.locator(".sheet__questions > li:visible").count(), 3);
        assert.equal(await page.locator("#fakta").isVisible(), false);
      });

      test("the whole page in one file opens from a disk without a network", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/kommun/1480-goteborg/");
        await taken(page);
        await page.locator(".area-map__area").first().waitFor();
        const coming = page.waitForEvent("download");
        await page.getByRole("button", { name: "Ladda ner hela sidan" }).click();
        const download = await coming;
        assert.equal(download.suggestedFilename(), "1480-goteborg.html");
        const file = join(mkdtempSync(join(tmpdir(), "whole-")), "place.html");
        await download.saveAs(file);
        assert.equal(statSync(file).size <= 3_000_000, true, `${statSync(file).size} bytes`);
        const context = await at.browser.newContext({ offline: true });
        t.after(() => context.close());
        const alone = await context.newPage();
        const asked = [];
        alone.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url()); });
        await alone.goto(pathToFileURL(file).href);
        await alone.locator("html:not(.static)").waitFor();
        assert.equal(await alone.locator(".area-map__area").count(), 119);
        await alone.locator("#about-arbetsloshet summary").click();
        await alone.locator("#i-arbetsloshet .figure .chart").first().waitFor();
        assert.deepEqual(asked, []);
      });

      test("an area's page has the municipality first, stays out of search engines and knows its neighbours", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/omrade/1480R012/");
        assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
        assert.doesNotMatch(await page.locator("meta[name=description]").getAttribute("content"), /\d,\d/);
        await taken(page);
        const text = await page.locator("main").innerText();
        assert.equal(text.indexOf("Göteborg") < text.indexOf("Området i siffror"), true);
        assert.match(text, /Ett område är inte sina invånare/);
        assert.match(text, /(lägre|mellersta|högre) tredjedelen \(/);
        assert.equal(await page.locator(".area-map__area--marked").count(), 1);
        await page.locator("#neighbours-heading + ul a").first().click();
        await page.getByRole("heading", { level: 1, name: "Exempelområde 1", exact: true }).waitFor();
        await accessible(page);
      });

      test("the address of a DeSO leads to the RegSO that holds it; an unknown code says so", async (t) => {
        const page = await visit(t, at.browser, at.site.address, { expected: [/404/] });
        await page.goto("/omrade/1480B4010/");
        await taken(page);
        await page.getByRole("heading", { level: 1, name: "Exempelområde 12" }).waitFor();
        await page.goto("/omrade/1480R999/");
        await taken(page);
        await page.getByText("Området 1480R999 finns inte i 2025 års indelning").waitFor();
        await page.goto("/omrade/1480R012/?vintage=2020");
        await taken(page);
        await page.getByText("Adressen ber om indelningen 2020").waitFor();
      });

      test("the page about area types has all five, both ends, and numbers that add up", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        await page.goto("/omradestyper/");
        const counts = async () =>
          (await page.locator(".table--types td:last-child").allTextContents()).map((text) => Number(text.replace(/\D/g, "")));
        const before = await counts();
        assert.equal(before.reduce((sum, n) => sum + n, 0), 3363);
        await taken(page);
        assert.deepEqual(await counts(), before);
        assert.equal(await page.locator("#counties-heading ~ .table-box tbody tr").count(), 21);
        await accessible(page);
      });
    }

    test("a number of people is not drawn beside the whole country's", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/kommun/1780-karlstad/");
      await taken(page);
      await page.locator("#about-befolkning summary").click();
      await page.locator("#i-befolkning .figure .chart text").first().waitFor();
      const labels = await page.locator("#i-befolkning .chart:visible text").allTextContents();
      assert.equal(labels.some((label) => /Karlstad/.test(label)), true);
      assert.equal(labels.some((label) => /Sverige/.test(label)), false, labels.join(" | "));
    });

    test("the program takes over without moving what is read", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
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

    test("a part that still waits for the program can be read and opened, and stays open when it is built", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/kommun/1480-goteborg/");
      // Frozen in the state that readers meet in the moment after the takeover.
      const waited = await page.evaluate(() => new Promise((seen) => {
        new MutationObserver((_, observer) => {
          const parts = [...document.querySelectorAll("[data-waits]")];
          if (!parts.length) return;
          observer.disconnect();
          const row = parts.findLast((part) => part.matches(".row"));
          row.querySelector("details").open = true;
          const needing = [...row.querySelectorAll(".needs-program")];
          seen({ n: parts.length, id: row.id, text: row.textContent.length, hidden: needing.every((part) => getComputedStyle(part).visibility === "hidden") });
        }).observe(document, { childList: true, subtree: true, attributes: true });
      }));
      assert.equal(waited.n > 10 && waited.text > 100 && waited.hidden, true, JSON.stringify(waited));
      await page.waitForFunction(() => !document.querySelector("[data-waits]"));
      const row = page.locator(`#${waited.id}`);
      await row.locator("details[open] .plot, details[open] canvas, details[open] svg").first().waitFor();
      assert.equal(await row.locator("h4").count(), 1, "nothing of the static page is left beside the built part");
      assert.equal(await page.locator(".row h4").count(), await page.locator(".row").count());
    });

    test("what is far below on a long page is laid out in the end, without being looked at", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/kommun/0180-stockholm/");
      await taken(page);
      await page.waitForFunction(() => !document.querySelector(':is(.row, .step):not([style*="content-visibility"])'));
      const drawn = await page.evaluate(() => [...document.querySelectorAll(".row")].at(-1).checkVisibility({ contentVisibilityAuto: true }));
      assert.equal(drawn, true);
    });

    test("opened sections and the place on the page survive the takeover", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
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
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/kommun/1480-goteborg/");
      await taken(page);
      await page.evaluate(() => { globalThis.sameDocument = true; });
      await page.locator(".relatives a", { hasText: /^Ale$/ }).click();
      await page.getByRole("heading", { level: 1, name: "Ale" }).waitFor();
      assert.match(await page.title(), /^Ale/);
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
      await page.waitForFunction(() => document.activeElement?.tagName === "H1");
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "Göteborg" }).waitFor();
    });

    test("an unknown address answers 404, in words, with the nearest names", async (t) => {
      const page = await visit(t, at.browser, at.site.address, { expected: [/404/] });
      const answer = await page.goto("/kommun/goteborg/");
      assert.equal(answer.status(), 404);
      await taken(page);
      await page.getByRole("heading", { level: 1, name: "Sidan finns inte" }).waitFor();
      await page.getByRole("link", { name: "Göteborg", exact: true }).waitFor();
    });

    test("the table behind a figure can be taken along", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/kommun/1480-goteborg/");
      await taken(page);
      await page.locator("[id^=about-arbetslos] summary").first().click();
      const address = await page.locator("[id^=i-arbetslos] a[download]").first().getAttribute("href");
      const answer = await page.request.get(address);
      assert.equal(answer.status(), 200, address);
      assert.match(await answer.text(), /1480/);
    });

    test("every page's file is well-formed and within its budget of bytes", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
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
        const page = await visit(t, at.browser, at.site.address, { width, theme, locale });
        await page.goto(path);
        await taken(page);
        await accessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow <= 0, true, `the page is ${overflow} px wider than the screen`);
      });
    }
  });
}

/** Headings and large numbers, in their order; also of what is far below and not laid out yet, which has no inner text. */
async function words(page) {
  const texts = await page.locator("h1, h2:not(.sheet h2), .row h4, .row__number, .row__beside dd").allTextContents();
  assert.equal(texts.every((text) => text.trim()), true, "every heading and number has a text");
  return texts;
}
