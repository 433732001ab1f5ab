// Reading without a connection after a visit, and a newer edition that comes while a page is open.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, visit } from "./harness/browser.mjs";
import { mapShown, taken } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";
import { patience } from "./harness/patience.mjs";
import { serve } from "./harness/site.mjs";

/** Asks the page again and again until an answer that takes a while is yes: waitForFunction takes a promise for one. */
async function until(page, asked, argument) {
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(100)) {
    if (await page.evaluate(asked, argument)) return;
  }
  assert.fail(`never true: ${asked}`);
}

/** Waits until the worker watches over the page and has kept what the page loaded before it did. */
function kept(page) {
  return until(page, async () => {
    if (!navigator.serviceWorker.controller) return false;
    const loaded = performance.getEntriesByType("resource").filter((entry) => /\.(wasm|json|arcs)$/.test(entry.name));
    const all = await Promise.all([location.pathname, ...loaded.map((entry) => entry.name)].map((name) => caches.match(name)));
    return all.every(Boolean);
  });
}

describe("without a connection", () => {
  const at = opened();

  test("pages that were visited open, and others in the frame of one of their kind as far as their files are here", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { offline: true, expected: [/ERR_FAILED|ERR_INTERNET/] });
    await page.goto("/");
    await mapShown(page);
    await kept(page);
    for (const [path, shown] of [["/kommun/1480-goteborg/", "svg.chart, .chart svg, .chart"], ["/utforska/?view=line", ".chart"], ["/tema/boende/", "h1"]]) {
      await page.goto(path);
      await page.locator(shown).first().waitFor();
      if (!path.startsWith("/tema/")) await taken(page);
      await page.waitForTimeout(300);
      await kept(page);
    }
    // One edition has one cache: its pages and its files, and nothing of another.
    const own = await page.locator("meta[name=lagesbild-edition]").getAttribute("content");
    const strangers = await page.evaluate(async (own) => {
      const cache = await caches.open(`edition-${own}`);
      const files = (await cache.keys()).map((request) => new URL(request.url).pathname);
      const pages = files.filter((path) => path.endsWith("/"));
      const texts = await Promise.all(pages.map(async (path) => (await cache.match(path)).text()));
      const others = texts.filter((text) => !text.includes(`content="${own}"`)).length;
      return { pages: pages.length, others, files: files.filter((path) => /^\/data\/[0-9a-f]{12}\//.test(path) && !path.includes(own)) };
    }, own);
    assert.deepEqual({ ...strangers, pages: strangers.pages >= 4 }, { pages: true, others: 0, files: [] });
    await page.context().setOffline(true);
    await page.goto("/");
    await taken(page);
    await mapShown(page);
    await page.goto("/kommun/1480-goteborg/");
    await taken(page);
    assert.match(await page.locator("h1").innerText(), /Göteborg/);
    assert.equal(await page.locator("main svg").count() > 3, true);
    await page.goto("/utforska/?view=line");
    await taken(page);
    assert.equal(await page.locator(".chart").count() >= 1, true);
    await page.goto("/tema/boende/");
    assert.equal(await page.locator("h1").innerText(), "Boende");
    // Never visited: the program opens it and says what it lacks.
    await page.goto("/kommun/0180-stockholm/");
    await taken(page);
    await page.locator("h1", { hasText: "Stockholm" }).waitFor();
    assert.match(await page.locator(".notice[role=alert]").first().innerText(), /uppkoppling/);
  });

  test("caches of old editions are dropped", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { offline: true });
    await page.goto("/metod/");
    await page.evaluate(async () => {
      for (const name of ["edition-000000000000", "edition-111111111111"]) await (await caches.open(name)).put("/old/", new Response("old"));
    });
    await page.goto("/jamfor/");
    await taken(page);
    await kept(page);
    const editions = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("edition-")));
    const own = await page.locator("meta[name=lagesbild-edition]").getAttribute("content");
    await until(page, async (own) => {
      const names = (await caches.keys()).filter((name) => name.startsWith("edition-"));
      return names.length === 2 && names.includes(`edition-${own}`);
    }, own);
    const names = await editions();
    assert.equal(names.filter((name) => /^edition-(0{12}|1{12})$/.test(name)).length, 1, "one of the old ones is gone");
  });

  test("nothing of a framed figure is kept, and a frame does not start it", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { offline: true, expected: [/404/] });
    await page.goto("/embed/none/");
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await page.goto("/");
    await taken(page);
    await kept(page);
    await page.goto("/embed/none/");
    const addresses = await page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map((request) => new URL(request.url).pathname);
    });
    assert.deepEqual(addresses.filter((path) => path.startsWith("/embed/")), []);
  });
});

test("a newer edition is offered as a reload, and the page keeps its own until then", async (t) => {
  const [browser, site] = await Promise.all([launch(), serve()]);
  t.after(async () => {
    await browser.close();
    await site.stop();
  });
  const page = await visit(t, browser, site.address);
  await page.route("**/data/current.json", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/"edition":"[^"]*"/, '"edition":"0123456789ab"') });
  });
  await page.goto("/kommun/1480-goteborg/");
  await taken(page);
  const own = await page.locator("meta[name=lagesbild-edition]").getAttribute("content");
  const notice = page.locator(".notice--bar", { hasText: "nyare utgåva" });
  assert.equal(await notice.count(), 0);
  const asked = [];
  page.on("request", (request) => asked.push(/\/data\/([0-9a-f]{12})\//.exec(request.url())?.[1]));
  await page.locator("a[href^='/kommun/14']").first().click();
  await notice.waitFor();
  assert.deepEqual([...new Set(asked.filter(Boolean))], [own]);
  await Promise.all([page.waitForEvent("load"), notice.getByRole("button", { name: "Ladda om" }).click()]);
  await taken(page);
  assert.equal(await notice.count(), 0);
});
