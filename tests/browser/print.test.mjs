// On paper: a code at the foot leads back to the page, or to where the figure is checked, with the same numbers.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import jsQR from "jsqr";
import { visit } from "./harness/browser.mjs";
import { opened } from "./harness/opened.mjs";

describe("printed pages", () => {
  const at = opened();

  for (const [path, expected] of [
    ["/kommun/1480-goteborg/", { path: "/kommun/1480-goteborg/", query: {} }],
    ["/en/county/25-norrbottens-lan/", { path: "/en/county/25-norrbottens-lan/", query: {} }],
    ["/indikator/arbetsloshet/", { path: "/granska/", query: { view: "line", indicator: "arbetsloshet" } }],
    ["/omrade/0114R001/", { path: "/omrade/0114R001/", query: {} }],
    ["/en/area/0114R002/", { path: "/en/area/0114R002/", query: {} }],
    ["/jamfor/?area=0180,1480", { path: "/jamfor/", query: { area: "0180,1480" } }],
    ["/en/compare/?area=14,25", { path: "/en/compare/", query: { area: "14,25" } }],
    ["/korg/?figure=view:line;indicator:arbetsloshet;area:1480", { path: "/korg/", query: { figure: "view:line;indicator:arbetsloshet;area:1480" } }],
    ["/tema/boende/", { path: "/tema/boende/", query: {} }],
    ["/utforska/?view=ranking&indicator=arbetsloshet&area=1480", { path: "/granska/", query: { view: "ranking", indicator: "arbetsloshet", area: "1480" } }],
    ["/en/explore/?view=line&area=0180", { path: "/en/verify/", query: { view: "line", area: "0180" } }],
  ]) {
    test(`${path}: the code is read`, async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto(path);
      if (!path.startsWith("/tema/")) await page.waitForFunction(() => !document.documentElement.classList.contains("static"));
      assert.equal(await page.locator(".page-code:visible").count(), 0, "not on a screen");
      const edition = await page.evaluate(async () => (await (await fetch("/data/current.json")).json()).edition);
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const code = page.locator(".page-code:visible");
      await code.waitFor();
      assert.match(await code.innerText(), new RegExp(edition));
      const found = new URL(await scanned(page, await code.locator("svg").screenshot()));
      assert.equal(found.pathname, expected.path);
      assert.deepEqual(Object.fromEntries(found.searchParams), { ...expected.query, edition });
    });
  }

  test("the code leads to the page as it was, and goes when the reader has gone on to another", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.goto("/kommun/1480-goteborg/");
    await page.waitForFunction(() => !document.documentElement.classList.contains("static"));
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => {
      history.replaceState(history.state, "", "/kommun/0180-stockholm/");
      dispatchEvent(new Event("beforeprint"));
    });
    assert.equal(await page.locator(".page-code:visible").count(), 0);
  });
});

/** What a reader of such codes finds in a picture. */
async function scanned(page, png) {
  const { letters, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(2 * bitmap.width, 2 * bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    // As letters: an array of so many numbers takes long on its way.
    let letters = "";
    for (let at = 0; at < data.length; at += 4096) letters += String.fromCharCode(...data.subarray(at, at + 4096));
    return { letters: btoa(letters), width, height };
  }, png.toString("base64"));
  const found = jsQR(new Uint8ClampedArray(Buffer.from(letters, "base64")), width, height);
  assert.ok(found, "a code is found");
  return found.data;
}
