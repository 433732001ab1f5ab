// The start page: find a place, move through time, compare, by pointer and by keyboard.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { editions, mapShown, taken } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";

for (const edition of editions) {
  describe(`start page, ${edition} edition`, () => {
    const at = opened(`target/site/${edition}`);

    test("what the program asks for first is fetched once, together with it", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/");
      await taken(page);
      const files = await page.evaluate(() => performance.getEntriesByType("resource")
        .filter((entry) => /\/data\/[0-9a-f]{12}\//.test(entry.name))
        .map((entry) => [entry.name, entry.transferSize > 0 && entry.transferSize >= entry.encodedBodySize]));
      const first = (await page.locator("meta[name=lagesbild-first]").getAttribute("content")).split(" ").map((file) => file.split("#")[0]);
      assert.equal(first.length >= 6, true);
      for (const path of first) {
        const asked = files.filter(([name]) => name.endsWith(path));
        assert.equal(asked.length >= 1, true, `${path} is asked for`);
        assert.equal(asked.filter(([, isFromNetwork]) => isFromNetwork).length <= 1, true, `${path} comes once`);
      }
      assert.deepEqual(files.filter(([name]) => name.includes("/files/")), [], "what the page names needs no list");
    });

    test("the page is seen before its program is asked for", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/");
      await taken(page);
      const [seen, asked] = await page.evaluate(() => [
        performance.getEntriesByName("first-contentful-paint")[0].startTime,
        performance.getEntriesByType("resource").find((entry) => entry.name.endsWith(".wasm")).startTime,
      ]);
      assert.equal(seen <= asked, true, `seen at ${seen}, asked for at ${asked} ms`);
    });

    test("lists that the program adds nothing to stay as they are, and follow the language", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.addInitScript(() => {
        addEventListener("DOMContentLoaded", () => {
          for (const list of document.querySelectorAll(".doors, .themes, .municipalities")) list.dataset.still = "";
        });
      });
      await page.goto("/");
      await taken(page);
      assert.equal(await page.locator("[data-still]").count(), 3, "the program built what was there");
      await page.locator("#county-14 summary").click();
      await page.locator(".header__link[hreflang=en]").click();
      await page.waitForURL("**/en/");
      await page.getByRole("heading", { name: "All municipalities" }).waitFor();
      assert.equal(await page.locator("[data-still]").count(), 0);
      assert.equal(await page.locator(".county__list li").count(), 290 + 21);
    });

    test("the program takes over from the static page with map, chart and list", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/");
      await mapShown(page);
      assert.equal(await page.locator("html.static").count(), 0, "the static page was not replaced");
      assert.equal(await page.locator("h1").innerText(), "Hur ser det ut där du bor?");
      assert.equal(await page.locator(".county").count(), 21);
      assert.equal(await page.locator(".county__list li").count(), 290 + 21);
      const banner = await page.locator(".synthetic").count();
      assert.equal(banner, edition === "demo" ? 1 : 0, "the banner belongs to invented figures and to them only");
    });

    test("typing finds a municipality in spite of errors, and Enter opens its page", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/");
      await mapShown(page);
      const field = page.getByRole("combobox", { name: /Sök kommun/ });
      await field.fill("götebrog");
      const first = page.getByRole("option").first();
      await first.waitFor();
      assert.match(await first.innerText(), /Göteborg/);
      assert.equal(await field.getAttribute("aria-activedescendant"), await first.getAttribute("id"));
      await field.press("Enter");
      await page.waitForURL("**/kommun/1480-goteborg/");
      await page.getByRole("heading", { level: 1, name: "Göteborg" }).waitFor();
    });

    test("arrows walk the list, Escape closes it, nonsense is answered in words", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/");
      await mapShown(page);
      const field = page.getByRole("combobox", { name: /Sök kommun/ });
      await field.fill("väst");
      const options = page.getByRole("option");
      await options.first().waitFor();
      await field.press("ArrowDown");
      assert.equal(await options.nth(1).getAttribute("aria-selected"), "true");
      await field.press("ArrowUp");
      assert.equal(await options.nth(0).getAttribute("aria-selected"), "true");
      await field.press("Escape");
      assert.equal(await field.getAttribute("aria-expanded"), "false");
      await field.fill("xqzxqz");
      await page.locator(".search__none", { hasText: "xqzxqz" }).waitFor();
    });

    test("classes are chosen, kept in the address, and one of them can be shown alone", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/");
      await mapShown(page);
      const before = await pixels(page);
      await page.locator("#classing summary").click();
      await page.getByLabel("Indelning").selectOption("natural-breaks");
      await page.getByLabel("Antal klasser").selectOption("7");
      await page.waitForURL(/method=natural-breaks&classes=7/);
      await page.waitForFunction(() => document.querySelectorAll("button.legend__swatch").length === 7);
      await page.waitForTimeout(100);
      const seven = await pixels(page);
      assert.notEqual(seven, before, "other classes must colour the map differently");
      const lowest = page.locator("button.legend__swatch").first();
      await lowest.click();
      assert.equal(await lowest.getAttribute("aria-pressed"), "true");
      await page.waitForTimeout(100);
      assert.notEqual(await pixels(page), seven, "only one class keeps its colour");
      await lowest.click();
      await page.waitForTimeout(100);
      assert.equal(await pixels(page), seven);
      await page.reload();
      await mapShown(page);
      assert.equal(await page.locator("button.legend__swatch").count(), 7);
    });

    if (edition === "demo") {
      test("small areas have borders, names and values, and finer borders come when the map is enlarged", async (t) => {
        const page = await visit(t, at.browser, at.site.address);
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        await page.goto("/?indicator=lag-ekonomisk-standard&level=deso");
        await mapShown(page);
        await page.waitForFunction(() => /6\D160/.test(document.querySelector(".figure__lede")?.textContent ?? ""));
        assert.equal(asked.some((url) => /boundaries\/deso-\d+-(low|medium)\.arcs/.test(url)), true);
        const stage = page.locator(".map__stage");
        await stage.focus();
        await stage.press("ArrowRight");
        await page.locator(".map [role=status]", { hasText: /Exempelområde \d.*\d/ }).waitFor();
        for (let press = 0; press < 7; press += 1) await stage.press("+");
        await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /deso-\d+-high\.arcs/.test(name)));
        await stage.press("Enter");
        await page.locator(".chip__name", { hasText: "Exempelområde" }).waitFor();
        assert.match(page.url(), /area=\d{4}[ABC]\d{4}/);
      });
    }

    test("the slider moves map, chart and address together, in the next frames", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/");
      await mapShown(page);
      const slider = page.getByRole("slider", { name: "År" });
      const before = await pixels(page);
      await slider.focus();
      for (let step = 0; step < 5; step += 1) await slider.press("ArrowLeft");
      await page.waitForFunction(() => performance.getEntriesByName("map:recolour").length >= 5);
      // The address follows when the reader has stopped.
      await page.waitForURL(/period=\d{4}/);
      await page.waitForTimeout(300);
      const period = new URL(page.url()).searchParams.get("period");
      assert.match(period, /^\d{4}$/);
      assert.equal(await slider.getAttribute("aria-valuetext"), period);
      assert.match(await page.locator("#map-title").innerText(), new RegExp(period));
      assert.match(await page.locator(".chart text.strong").allTextContents().then((all) => all.join(" ")), new RegExp(period));
      assert.notEqual(await pixels(page), before, "another year must colour the map differently");
    });

    test("a click on the map chooses the area under it; its line appears and the address has it", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/?level=municipality");
      await mapShown(page);
      await page.locator(".map").scrollIntoViewIfNeeded();
      await page.waitForTimeout(100);
      const view = await page.evaluate(() => performance.getEntriesByName("map:view").at(-1).detail);
      // A point well inside Gotland in SWEREF 99 TM: an island, so that a wrong projection misses it.
      const [east, north] = [710000, 6375000];
      await page.mouse.click(view.k * east + view.tx, view.ty - view.k * north);
      await page.locator(".chip__name", { hasText: "Gotland" }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get("area"), "0980");
      await page.locator(".chart", { hasText: "Gotland" }).first().waitFor();
      await page.getByRole("button", { name: "Ta bort Gotland" }).click();
      await page.locator(".chip").waitFor({ state: "detached" });
      await page.goBack();
      await page.locator(".chip__name", { hasText: "Gotland" }).waitFor();
    });

    test("the keyboard walks from area to area, says where it is, and chooses", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/?level=municipality");
      await mapShown(page);
      await page.getByRole("application", { name: /Karta/ }).focus();
      const said = page.locator(".map [role=status]");
      const heard = new Set();
      for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
        await page.keyboard.press(key);
        await page.waitForFunction((old) => document.querySelector(".map [role=status]").textContent !== old, [...heard].at(-1) ?? "");
        heard.add(await said.textContent());
      }
      assert.equal(heard.size, 5, `each step leads elsewhere: ${[...heard].join(" | ")}`);
      const name = (await said.textContent()).split(":")[0];
      await page.keyboard.press("Enter");
      await page.locator(".chip__name", { hasText: name }).waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".map .tooltip").waitFor({ state: "hidden" });
    });

    test("the whole view is in the address: it opens as it was left, and back leads back", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/?level=county&area=14,01&period=2015");
      await mapShown(page);
      assert.deepEqual(await page.locator(".chip__name").allInnerTexts(), ["Västra Götalands län", "Stockholms län"]);
      assert.equal(await page.getByRole("radio", { name: "Län" }).isChecked(), true);
      const select = page.getByRole("combobox", { name: "Indikator" });
      const options = await select.locator("option").allInnerTexts();
      const shown = await select.evaluate((element) => element.selectedOptions[0].textContent);
      const other = options.find((title) => title !== shown);
      await select.selectOption({ label: other });
      await page.locator("#map-title", { hasText: other }).waitFor();
      await page.goBack();
      await page.locator("#map-title", { hasText: shown }).waitFor();
      assert.match(page.url(), /period=2015/);
    });

    test("what cannot be used in an address is said, and the page works", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/?indicator=finns-inte&area=114,9999&period=1066");
      await mapShown(page);
      const notice = await page.locator(".notice").innerText();
      for (const part of ["finns-inte", "114", "9999"]) assert.match(notice, new RegExp(part));
    });

    test("in English everything is English, and places keep their names", async (t) => {
      const page = await visit(t, at.browser, at.site.address, { locale: "en-GB" });
      await page.goto("/");
      await mapShown(page);
      await page.getByRole("link", { name: "In English" }).click();
      await page.waitForURL("**/en/");
      await page.getByRole("heading", { level: 1, name: "What is it like where you live?" }).waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      await page.getByRole("slider", { name: "Year" }).waitFor();
      const text = await page.locator("body").innerText();
      assert.doesNotMatch(text, /\b(och|kommuner|Välj|Källa|län i)\b/, "Swedish words on the English page");
    });

    test("values of the chart are reached by arrow keys and announced", async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto("/?area=1480");
      await mapShown(page);
      await page.locator(".plot").first().focus();
      await page.keyboard.press("ArrowLeft");
      const said = page.locator(".plot [role=status]").first();
      await page.waitForFunction(() => document.querySelector(".plot [role=status]").textContent !== "");
      assert.match(await said.textContent(), /\d{4}: .*\d/);
      await page.getByRole("tab", { name: "Tabell" }).click();
      assert.equal(await page.getByRole("table").locator("tbody tr").count() > 3, true);
    });

    for (const [width, theme] of [[1280, "light"], [390, "dark"], [320, "light"]]) {
      test(`axe finds nothing at ${width} px, ${theme}, and nothing is cut off`, async (t) => {
        const page = await visit(t, at.browser, at.site.address, { width, theme });
        await page.goto("/?area=1480,0180");
        await mapShown(page);
        await accessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow <= 0, true, `the page is ${overflow} px wider than the screen`);
      });
    }
  });
}

/** The map's colours as one number. */
function pixels(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector(".map__canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let at = 0; at < data.length; at += 1) sum = (sum * 31 + data[at]) | 0;
    return sum;
  });
}
