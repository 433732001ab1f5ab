// Reading without a connection after a visit, and a newer edition that comes while a page is open.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, visit } from "./harness/browser.mjs";
import { mapShown, taken } from "./harness/editions.mjs";
import { project, serve } from "./harness/site.mjs";

/** Waits until the worker watches over the page and has kept what the page loaded before it did. */
async function kept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match(location.pathname))) await new Promise((go) => setTimeout(go, 50));
    const loaded = performance.getEntriesByType("resource").filter((entry) => /\.(wasm|json|arcs)$/.test(entry.name));
    for (const { name } of loaded) while (!(await caches.match(name))) await new Promise((go) => setTimeout(go, 50));
  });
}

describe("without a connection", () => {
  let browser, site;
  before(async () => {
    [browser, site] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  test("pages that were visited open, and others in the frame of the start page as far as their files are here", async (t) => {
    const page = await visit(t, browser, site.address, { offline: true, expected: [/ERR_FAILED|ERR_INTERNET/] });
    await page.goto("/");
    await mapShown(page);
    await kept(page);
    for (const [path, shown] of [["/kommun/1480-goteborg/", ".card .chart"], ["/utforska/?view=line", ".chart"], ["/tema/boende/", "h1"]]) {
      await page.goto(path);
      await page.locator(shown).first().waitFor();
      if (!path.startsWith("/tema/")) await taken(page);
      await page.waitForTimeout(300);
      await kept(page);
    }
    await page.context().setOffline(true);
    await page.goto("/");
    await taken(page);
    await mapShown(page);
    await page.goto("/kommun/1480-goteborg/");
    await taken(page);
    assert.match(await page.locator("h1").innerText(), /Göteborg/);
    assert.equal(await page.locator(".card .chart").count() > 3, true);
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

  test("nothing of a framed figure is kept, and a frame does not start it", async (t) => {
    const page = await visit(t, browser, site.address, { offline: true, expected: [/404/] });
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

describe("a newer edition", () => {
  let browser, site, folder, id, newer;
  before(async () => {
    // The same files under another name are another edition to a page.
    folder = mkdtempSync(join(tmpdir(), "lagesbild-"));
    cpSync(join(project, "target/site/demo"), folder, { recursive: true });
    id = JSON.parse(readFileSync(join(folder, "data/current.json"), "utf8")).edition;
    newer = [...id].reverse().join("");
    [browser, site] = await Promise.all([launch(), serve(folder)]);
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Publishes the newer edition: its folder, some pages made from it, and current.json last. */
  function publish() {
    cpSync(join(folder, `data/${id}`), join(folder, `data/${newer}`), { recursive: true });
    for (const path of ["index.html", "kommun/1480-goteborg/index.html", "kommun/0180-stockholm/index.html"]) {
      const file = join(folder, path);
      writeFileSync(file, readFileSync(file, "utf8").replaceAll(id, newer));
    }
    const file = join(folder, "data/current.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(id, newer));
  }

  test("is offered as a reload, and no page ever mixes two", async (t) => {
    const page = await visit(t, browser, site.address, { offline: true });
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const editions = () => [...new Set(asked.map((path) => /^\/data\/([0-9a-f]{12})\//.exec(path)?.[1]).filter(Boolean))];
    await page.goto("/kommun/1480-goteborg/");
    await taken(page);
    await kept(page);
    publish();
    asked.length = 0;
    // To another page inside the program: it keeps its edition, and says that there is a newer one.
    await page.locator("a[href^='/kommun/14']").first().click();
    const notice = page.locator(".notice--bar", { hasText: "nyare utgåva" });
    await notice.waitFor();
    assert.deepEqual(editions().filter((edition) => edition !== id), []);
    await page.goto("/kommun/0180-stockholm/");
    await taken(page);
    assert.deepEqual(await page.locator("meta[name=lagesbild-edition]").getAttribute("content"), newer);
    asked.length = 0;
    await page.reload();
    await taken(page);
    assert.deepEqual(editions(), [newer]);
    assert.equal(await page.locator(".notice--bar", { hasText: "nyare utgåva" }).count(), 0);
  });
});
