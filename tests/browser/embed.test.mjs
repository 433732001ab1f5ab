// What goes wrong in a framed figure, and what its address may say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { visit } from "./harness/browser.mjs";
import { shown } from "./harness/host.mjs";
import { opened } from "./harness/opened.mjs";
import { project } from "./harness/site.mjs";

const line = "/embed/line/arbetsloshet/01/";
const map = "/embed/map/arbetsloshet/";
const summary = "/embed/summary/1480/";

describe("embeds", () => {
  const at = opened();

  test("flags of the address: dark, plain, still, transparent, search, sign; unknown ones are ignored", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { width: 700 });
    await page.goto(`${line}?dark=true&plain=true&transparent&colour=pink`);
    await shown(page);
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), "rgba(0, 0, 0, 0)");
    assert.equal((await page.locator(".figure__caption").boundingBox()).height <= 1, true);
    await page.goto(`/embed/ranking/?indicator=arbetsloshet&static=1`);
    await shown(page);
    assert.equal(await page.getByRole("tab").count(), 0);
    await page.goto(`/embed/line/?indicator=arbetsloshet&search=true&logo=on`);
    await shown(page);
    await page.getByRole("combobox").fill("Kiruna");
    await page.getByRole("option").first().click();
    await page.getByText(/Kiruna/).first().waitFor();
    assert.equal(await page.locator(".framed__sign").count(), 1);
    assert.equal(new URL(page.url()).search, "?indicator=arbetsloshet&search=true&logo=on", "the address stays as the host wrote it");
  });

  test("hostile addresses show a figure or a sentence, and nothing of theirs", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { width: 700 });
    await page.addInitScript(() => { window.alert = () => { window.attacked = true; }; });
    const script = encodeURIComponent("<script>alert(1)</script><img src=x onerror=alert(1)>");
    for (const path of [
      `/embed/line/?indicator=${script}&area=${script}&edition=${script}&lang=${script}`,
      `/embed/ranking/?indicator=arbetsloshet&area=${"9999,".repeat(2000)}&period=${"9".repeat(500)}`,
      "/embed/map/?indicator=http://evil.test/&level=https://evil.test&from=//evil.test",
      `/embed/summary/?area=${script}`,
      `/embed/table/?${"x=y&".repeat(2500)}`,
    ]) {
      await page.goto(path);
      await page.waitForFunction(() => !document.documentElement.classList.contains("static"));
      assert.equal((await page.locator("main").innerText()).trim().length > 20, true, path);
      assert.equal(await page.evaluate(() => window.attacked), undefined, path);
      assert.equal(await page.locator("main script, main img").count(), 0, path);
    }
  });

  test("where WebAssembly is missing a drawn figure stays, and any other becomes a sentence with the way to it", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { width: 700 });
    await page.addInitScript(() => { delete globalThis.WebAssembly; });
    for (const path of [line, map, summary]) {
      await page.goto(path);
      await page.locator("html.no-program").waitFor({ state: "attached" });
      assert.equal(await page.locator("main svg:visible, main table:visible").count() > 0, true, path);
    }
    await page.goto("/embed/scatter/?indicator=arbetsloshet&area=1480");
    const notice = page.locator(".framed__fallback");
    await notice.waitFor();
    const way = new URL(await notice.getByRole("link").first().getAttribute("href"), at.site.address);
    assert.equal(way.pathname, "/utforska/");
    assert.equal(way.searchParams.get("view"), "scatter");
    assert.equal(way.searchParams.get("area"), "1480");
  });

  test("an unknown view, and an edition that is not there, say so with a way on", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { width: 700, expected: [/404/] });
    await page.goto("/embed/pie/");
    await page.getByRole("heading", { name: "Sidan finns inte" }).waitFor();
    await page.goto("/embed/line/?indicator=arbetsloshet&edition=000000000000");
    const notice = page.locator(".notice");
    await notice.waitFor();
    assert.match(await notice.innerText(), /fryst till utgåva 000000000000/);
    await notice.getByRole("link", { name: "Visa figuren med de senaste siffrorna" }).click();
    await shown(page);
  });

  test("without storage, and when the connection is lost afterwards, the figure stays", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { width: 700, expected: [/ERR_INTERNET|failed/] });
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException("no", "SecurityError"); } });
      }
    });
    await page.goto("/embed/line/?indicator=arbetsloshet&search=1");
    await shown(page);
    await page.context().setOffline(true);
    await page.getByRole("combobox").fill("Kiruna");
    await page.getByRole("option").first().click();
    await page.locator(".framed .notice, .framed .chart").first().waitFor();
    assert.equal(await page.locator(".chart").count() >= 1, true, "what was there stays");
    await page.evaluate(() => fetch("/data/current.json").catch(() => {}));
  });

  test("the scripts are as small as promised", () => {
    for (const [file, most] of [["embed.js", 1024], ["figur.js", 1024], ["frame.js", 1600]]) {
      const size = gzipSync(readFileSync(join(project, "public", file)), { level: 9 }).length;
      assert.equal(size <= most, true, `${file} has ${size} bytes in gzip, ${most} are allowed`);
    }
  });
});
