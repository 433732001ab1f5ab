// What goes wrong on the way: each part says so in words and offers a way on, and the rest of the page lives.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { mapShown, taken } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";

const at = opened();

test("borders that do not come leave the chart, and a second try brings the map", async (t) => {
  const page = await visit(t, at.browser, at.site.address, { expected: [/503/, /integrity/i] });
  let is_broken = true;
  await page.route("**/*.arcs", (route) => (is_broken ? route.fulfill({ status: 503, body: "" }) : route.continue()));
  await page.goto("/");
  await taken(page);
  const notice = page.locator(".panel__map .notice");
  await notice.waitFor();
  assert.match(await notice.innerText(), /503/);
  assert.equal(await page.locator(".panel__chart .chart").count(), 1);
  await accessible(page);
  is_broken = false;
  await notice.getByRole("button", { name: "Försök igen" }).click();
  await mapShown(page);
});

test("a file that was altered on the way is refused", async (t) => {
  const page = await visit(t, at.browser, at.site.address, { expected: [/integrity|digest/i, /failed/] });
  await page.route("**/areas/municipality-*.json", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace("Göteborg", "Goteborg") });
  });
  await page.goto("/");
  await taken(page);
  assert.match(await page.locator(".notice").first().innerText(), /inte den som publicerades/);
});

test("a truncated file list is told from a lost connection", async (t) => {
  const page = await visit(t, at.browser, at.site.address);
  await page.route("**/files/boundaries.json", (route) => route.fulfill({ status: 200, contentType: "application/json", body: '{"files":[' }));
  await page.goto("/utforska/");
  await taken(page);
  assert.match(await page.locator(".notice").first().innerText(), /skadad eller ofullständig/);
});

test("without a connection the page says so, and goes on when it is back", async (t) => {
  const page = await visit(t, at.browser, at.site.address, { expected: [/failed|ERR_INTERNET/] });
  await page.goto("/");
  await mapShown(page);
  await page.context().setOffline(true);
  await page.locator(".notice--bar").waitFor();
  const select = page.getByRole("combobox", { name: "Indikator" });
  const other = await select.evaluate((element) => [...element.options].find((option) => !option.selected).textContent);
  await select.selectOption({ label: other });
  const notice = page.locator(".panel .notice").first();
  await notice.waitFor();
  assert.match(await notice.innerText(), /uppkoppling/);
  await page.context().setOffline(false);
  await notice.getByRole("button", { name: "Försök igen" }).click();
  await page.locator("#map-title", { hasText: other }).waitFor();
});

test("where WebAssembly is missing the static page stays, complete", async (t) => {
  const page = await visit(t, at.browser, at.site.address);
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto("/kommun/1480-goteborg/");
  await page.waitForTimeout(500);
  assert.equal(await page.locator("html.static").count(), 1);
  assert.equal(await page.locator(".row").count() >= 3, true);
});
