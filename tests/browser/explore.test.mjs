// The explorer, the pages of indicators, and areas side by side: one state in the address, in every shape.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { editions, mapShown, taken } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";

const shapes = ["map", "line", "ranking", "distribution", "scatter", "table"];

for (const edition of editions) {
  describe(`explorer, ${edition} edition`, () => {
    const at = opened(`target/site/${edition}`);

    test("every shape of a view has an address, a title and something drawn", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      for (const shape of shapes) {
        await page.goto(`/utforska/?view=${shape}&area=1480,0180`);
        await taken(page);
        const figure = page.locator(".explore__figure figure").first();
        await figure.waitFor();
        assert.notEqual((await figure.locator("figcaption").innerText()).trim(), "", shape);
        const drawn = figure.locator("canvas, svg.chart, table").first();
        await drawn.waitFor();
        const box = await drawn.boundingBox();
        assert.equal(box.width > 250 && box.height > 100, true, `${shape} has ${box.width}×${box.height} px`);
      }
    });

    test("the shape is chosen with one click, and the back button undoes it", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/utforska/");
      await mapShown(page);
      await page.getByRole("radio", { name: "Tabell" }).click({ force: true });
      await page.waitForURL(/view=table/);
      await page.locator(".explore__figure table").waitFor();
      await page.goBack();
      await mapShown(page);
      assert.equal(new URL(page.url()).search, "");
    });

    test("the reader's own limits are written as numbers are, stand in the address, and leave with the indicator", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/utforska/");
      await mapShown(page);
      await page.locator("#classing > summary").click();
      const classes = page.locator(".legend__limits");
      const before = await classes.allInnerTexts();
      await page.getByLabel("Indelning").selectOption("manual");
      await page.waitForURL(/method=manual&breaks=/);
      const line = page.getByLabel("Gränser", { exact: true });
      // They begin as the limits that the legend had.
      assert.equal((await line.inputValue()).split("; ").length, before.length - 1);
      const address = page.url();
      await line.fill("0,5; abc");
      await line.press("Enter");
      await page.getByText("”abc” är inget tal.").waitFor();
      assert.equal(page.url(), address, "what cannot be read changes nothing");
      await line.fill("1000000; 0,5");
      await line.press("Enter");
      await page.waitForURL(/breaks=0\.5,1000000(&|$)/);
      assert.equal(await classes.count(), 3);
      assert.equal(await line.inputValue(), "0,5; 1000000");
      await page.reload();
      await mapShown(page);
      assert.equal(await classes.count(), 3, "the address brings them back");
      await page.locator(".rail__link:visible").last().click();
      await page.waitForURL((url) => !url.search.includes("breaks"));
    });

    test("figures of areas of an older year are shown of those areas, and without borders that lack", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      const of = edition === "demo" ? "lag-ekonomisk-standard" : "omradestyp";
      await page.goto(`/utforska/?indicator=${of}&level=regso`);
      await mapShown(page);
      const slider = page.getByRole("slider").first();
      const newest = await slider.getAttribute("aria-valuetext");
      await page.getByLabel("Indelningsår").selectOption("2020");
      await page.waitForURL(/vintage=2020/);
      await page.waitForFunction((before) => document.querySelector("[role=slider], input[type=range]").getAttribute("aria-valuetext") !== before, newest);
      assert.match(await page.locator(".figure__title").first().innerText(), edition === "demo" ? /2023/ : /2022/);
      if (edition === "real") {
        assert.equal(await page.locator("ol.legend__classes .legend__bar").count(), 5, "a type is a class");
        await page.getByText("Gränser saknas för").waitFor();
      }
      await page.goto(`/utforska/?indicator=${of}&level=regso&vintage=1999`);
      await page.getByText("enligt indelningen 1999").waitFor();
    });

    test("what the address asks for is fetched together with the program, and nothing else", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname.replace(/^\/data\/[0-9a-f]{12}\//, "")));
      let release;
      const held = new Promise((resolve) => { release = resolve; });
      await page.route("**/*.wasm", async (route) => { await held; await route.continue(); });
      const fetched = async (path) => {
        asked.length = 0;
        await page.goto(path, { waitUntil: "load" });
        await page.waitForLoadState("domcontentloaded");
        await page.waitForTimeout(300);
        return asked.filter((path) => /^(areas\/(regso|deso)-|boundaries\/|indicator\/)/.test(path));
      };
      assert.deepEqual(await fetched("/utforska/"), []);
      const slug = edition === "demo" ? "lag-ekonomisk-standard" : "befolkning";
      const files = await fetched(`/utforska/?indicator=${slug}&level=deso`);
      assert.deepEqual(files.map((path) => path.replace(/-\d{4}/, "")).sort(), [
        "areas/deso.json", "boundaries/deso-medium.arcs", `indicator/${slug}/deso/history.json`,
      ]);
      const table = await fetched(`/utforska/?view=table&indicator=${slug}&level=deso`);
      assert.equal(table.some((path) => path.startsWith("boundaries/")), false, "a table needs no borders");
      release();
    });

    test("another indicator keeps the shape and the areas, and is found by a word of its question", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/utforska/?view=line&area=1480");
      await taken(page);
      const links = page.locator(".rail__link:visible");
      const all = await links.count();
      await page.getByLabel("Sök indikator").fill("inkomst");
      await page.waitForFunction((all) => {
        const shown = [...document.querySelectorAll(".rail__link")].filter((link) => link.checkVisibility());
        return shown.length > 0 && shown.length < all;
      }, all);
      const chosen = await links.last().innerText();
      await links.last().click();
      await page.locator("#figures", { hasText: chosen }).waitFor();
      assert.match(page.url(), /view=line&indicator=[a-z0-9-]+.*&area=1480/);
      await page.getByLabel("Sök indikator").fill("xqzxqz");
      await page.locator(".rail__told", { hasText: "xqzxqz" }).waitFor();
    });

    test("the table has every area of the level with the value that the map shows", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/utforska/?view=table&level=county");
      await taken(page);
      await page.locator(".explore__figure tbody tr").nth(20).waitFor();
      assert.equal(await page.locator(".explore__figure tbody tr").count(), 21);
    });

    test("an indicator's page can be read without a program, and leads to the explorer", async (t) => {
      const read = await visit(t, at.browser, at.site.address, { javaScript: false, expected: [/failed: csp/] });
      await read.goto("/utforska/");
      const link = read.locator(".rail__link").first();
      const title = await link.innerText();
      await link.click();
      await read.getByRole("heading", { level: 1, name: title }).waitFor();
      const text = await read.locator("main").innerText();
      for (const part of ["Så är måttet definierat", "Alla tabeller", "JSON-stat"]) assert.match(text, new RegExp(part));
      const page = await visit(t, at.browser, at.site.address);
      await page.goto(read.url());
      await taken(page);
      await page.getByRole("link", { name: "Utforska på kartan" }).click();
      await mapShown(page);
      await page.locator("#figures", { hasText: title }).waitFor();
    });

    test("the files of an indicator's page are there", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/utforska/");
      await taken(page);
      await page.locator(".explore__about a").click();
      await page.waitForURL("**/indikator/**");
      const files = await page.locator("#tables ~ .table-box a").evaluateAll((links) => links.map((link) => link.href));
      assert.equal(files.length >= 4, true);
      for (const file of files) {
        const answer = await page.request.get(file);
        assert.equal(answer.status(), 200, file);
      }
    });

    test("areas are put side by side, with those that are like the first at hand", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/jamfor/");
      await taken(page);
      const field = page.getByRole("combobox", { name: /Lägg till/ });
      for (const name of ["Göteborg", "Malmö"]) {
        await field.fill(name);
        await page.getByRole("option").first().waitFor();
        await field.press("Enter");
        await page.locator(".table--compare thead th", { hasText: name }).first().waitFor();
      }
      assert.match(page.url(), /area=1480,1280/);
      // The list may still offer what was just taken from it.
      const first = page.locator(".compare__similar button").filter({ hasNotText: /Göteborg|Malmö/ }).first();
      const name = (await first.innerText()).replace("+", "").trim();
      await first.click();
      await page.locator(".table--compare thead th", { hasText: name }).first().waitFor();
      const [head, row] = [page.locator(".table--compare thead tr").first(), page.locator(".table--compare tbody tr").first()];
      await head.locator("th").nth(4).waitFor();
      assert.equal(await head.locator("th").count(), 5);
      assert.equal(await row.locator("th, td").count(), 5);
      await page.goto("/jamfor/?area=1480,9999");
      await page.locator(".notice", { hasText: "9999" }).waitFor();
    });

    for (const path of ["/utforska/?view=line", "/utforska/?view=table&level=county", "/jamfor/?area=1480,0180"]) {
      for (const [width, theme] of [[1280, "light"], [390, "dark"]]) {
        test(`${path} is accessible at ${width} px, ${theme}`, async (t) => {
          const page = await visit(t, at.browser, at.site.address, { width, theme });
          await page.goto(path);
          await taken(page);
          await page.locator("main table, main svg.chart").first().waitFor();
          await accessible(page);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.equal(wide <= 0, true, `the page is ${wide} px too wide`);
        });
      }
    }
  });
}
