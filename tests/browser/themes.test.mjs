// Pages of themes, what is new, words that lead to the word list, and similar areas by the reader's own weights.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { taken } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";

const at = opened();

describe("pages of themes", () => {
  for (const [path, steps] of [
    ["/tema/boende/", ["Fakta", "Förstå", "Förutsättningar", "Förändring", "Lärande"]],
    ["/en/theme/health/", ["Facts", "Understanding", "Conditions", "Change", "Learning"]],
  ]) {
    test(`complete without JavaScript: ${path}`, async (t) => {
      const page = await visit(t, at.browser, at.site.address, { javaScript: false });
      await page.goto(path);
      assert.deepEqual(await page.locator("main h2").allInnerTexts(), steps);
      const cards = page.locator(".theme__indicator");
      assert.equal((await cards.count()) >= 2, true);
      for (const href of await cards.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
        assert.equal((await page.request.get(href)).status(), 200, href);
      }
      assert.equal(await page.locator("main ol li").count() >= 3, true, "three questions");
      assert.equal(await page.locator(".theme__example").count() >= 1, true);
      assert.equal(await page.locator(".theme__figure svg").count() >= 2, true);
      assert.equal(await page.getByText("{{").count(), 0);
    });
  }

  test("the start page and an indicator's page lead there, and the program keeps those links", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.goto("/");
    await taken(page);
    await page.locator(".themes__name a").first().click();
    await page.waitForURL("**/tema/boende/");
    await page.goto("/en/indicator/arbetsloshet/");
    await taken(page);
    await page.locator(".breadcrumb a[href='/en/theme/labour/']").click();
    assert.equal(await page.locator("h1").innerText(), "Labour market");
  });
});

test("what is new stands on the start page, before the program and after", async (t) => {
  for (const javaScript of [false, true]) {
    const page = await visit(t, at.browser, at.site.address, { javaScript });
    await page.goto("/");
    if (javaScript) await taken(page);
    await page.locator("#news").waitFor();
    assert.match(await page.locator(".news__entry").first().innerText(), /Ny utgåva \d{4}-\d\d-\d\d/);
  }
  const page = await visit(t, at.browser, at.site.address);
  await page.goto("/en/corrections/");
  assert.equal(await page.locator(".news__entry").count() >= 1, true);
});

test("words of the word list lead there from an indicator's page", async (t) => {
  const page = await visit(t, at.browser, at.site.address);
  await page.goto("/indikator/arbetsloshet/");
  await taken(page);
  const terms = page.locator("a.term");
  const found = await terms.evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.equal(found.length > 0 && new Set(found).size === found.length, true, found.join(" "));
  await terms.first().click();
  assert.equal(await page.locator(`h2${found[0].slice(found[0].indexOf("#"))}`).count(), 1);
});

test("similar areas are weighed by the reader, and the parts add up", async (t) => {
  const page = await visit(t, at.browser, at.site.address);
  await page.goto("/jamfor/?area=1480");
  await taken(page);
  const section = page.locator("section", { has: page.locator("#similar-weighed") });
  await section.locator("tbody select").first().waitFor();
  const rows = section.locator("tbody tr");
  const share = (text) => Number(/(\d+)\s?%/.exec(text)?.[1]);
  const shares = async (column) => {
    const all = (await rows.count()) - 1;
    return Promise.all([...Array(all).keys()].map(async (row) => share(await rows.nth(row).locator("td").nth(column).locator(".compare__period").innerText())));
  };
  for (let column = 2; column < 7; column += 1) {
    const sum = (await shares(column)).reduce((a, b) => a + b, 0);
    assert.equal(Math.abs(sum - 100) <= 6, true, `${sum} % in column ${column}`);
  }
  const names = () => section.locator("thead th a").allInnerTexts();
  const before = await names();
  assert.equal(before.length, 6);
  const distances = (await rows.last().locator("td").allInnerTexts()).slice(2).map((text) => Number(text.replace(",", ".")));
  assert.deepEqual(distances, [...distances].sort((a, b) => a - b));
  // Without weight an indicator has no part; the focus stays where the reader is.
  const first = section.locator("tbody select").first();
  await first.focus();
  await first.selectOption("0");
  assert.equal(await first.evaluate((element) => element === document.activeElement), true);
  assert.deepEqual([...new Set(await Promise.all([2, 3, 4, 5, 6].map(async (column) => (await shares(column))[0])))], [0]);
  await accessible(page);
  for (const select of (await section.locator("tbody select").all()).slice(1)) await select.selectOption("0");
  assert.match(await section.locator("[role=status]").innerText(), /minst en indikator/);
  await first.selectOption("2");
  await section.locator("thead th button").first().click();
  await page.waitForURL(/area=1480,\d{4}/);
});
