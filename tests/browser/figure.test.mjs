// Figures: drawn as the command draws them, read by pointer and keyboard, sorted, and taken along.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { launch, visit } from "./harness/browser.mjs";
import { project, serve } from "./harness/site.mjs";

const views = {
  line: "/utforska/?view=line&area=1480,0180",
  ranking: "/utforska/?view=ranking&area=1480,0180",
  distribution: "/utforska/?view=distribution&area=1480,0180",
  scatter: "/utforska/?view=scatter&area=1480,0180",
};

describe("figures, demo edition", () => {
  let browser, site, folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "figures-"));
    [browser, site] = await Promise.all([launch(), serve("target/site/demo")]);
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [kind, path] of Object.entries(views)) {
    test(`${kind}: the file that the browser makes is the one that the command makes`, async (t) => {
      const page = await visit(t, browser, site.address);
      await page.goto(path);
      await drawn(page);
      const saved = await taken(page, "Bild, SVG");
      const file = join(folder, `${kind}.svg`);
      const edition = join(project, "target/site/demo/data");
      execFileSync(join(project, "target/debug/lagesbild"), [
        "figure", "--edition", edition, "--view", page.url(), "--out", file,
      ]);
      assert.equal(saved.toString("utf8"), readFileSync(file, "utf8"));
    });
  }

  test("map: the file that the browser makes and that of the command say the same in the same order", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto("/utforska/?indicator=arbetsloshet&area=25");
    await page.waitForFunction(() => performance.getEntriesByName("map:first-paint").length > 0);
    await page.locator("summary", { hasText: "Ladda ner kartan" }).click();
    const files = page.locator("details", { hasText: "Ladda ner kartan" }).getByRole("button");
    const [download] = await Promise.all([page.waitForEvent("download"), files.first().click()]);
    const saved = readFileSync(await download.path(), "utf8");
    const file = join(folder, "map.svg");
    const edition = join(project, "target/site/demo/data");
    execFileSync(join(project, "target/debug/lagesbild"), ["figure", "--edition", edition, "--view", page.url(), "--out", file]);
    const own = readFileSync(file, "utf8");
    // The map on the page has another width and height, so that lines break elsewhere and other names have room.
    const said = (svg) => {
      const around = svg.replace(/<svg x="20"[^]*?<\/svg>(?=<text|<rect)/, "");
      return [...around.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(" ");
    };
    const legend = (svg) => [...svg.matchAll(/<rect [^>]*width="24" height="15" fill="([^"]+)"/g)].map(([, fill]) => fill);
    const metadata = (svg) => svg.match(/<metadata>.*<\/metadata>/)[0];
    const inks = (svg) => [...new Set([...svg.matchAll(/<path fill="([^"]+)"[^>]*fill-rule="evenodd"/g)].map(([, fill]) => fill))].sort();
    assert.equal(metadata(own), metadata(saved));
    assert.deepEqual(legend(own), legend(saved));
    assert.equal(legend(own).length >= 5, true);
    assert.deepEqual(inks(own), inks(saved));
    assert.equal(said(own).includes("Arbetslöshet i Sveriges kommuner"), true);
    assert.deepEqual(said(own).split(/\s+/), said(saved).split(/\s+/));
  });

  test("ages and curve of a place are drawn by the command from the addresses of their frames", async (t) => {
    const draw = (view) => {
      const file = join(folder, "place.svg");
      execFileSync(join(project, "target/debug/lagesbild"), [
        "figure", "--edition", join(project, "target/site/demo/data"), "--view", view, "--out", file,
      ], { stdio: "pipe" });
      return readFileSync(file, "utf8");
    };
    const page = await visit(t, browser, site.address);
    for (const [view, part] of [["/embed/pyramid/?area=1480", "90–94"], ["/embed/curve/?area=1480&lang=en", "D 0."]]) {
      await page.goto(view);
      await page.locator(".chart:visible").first().waitFor();
      const heading = (await page.locator(".figure figcaption, .figure__title").first().innerText()).split("\n")[0].trim();
      const svg = draw(view);
      assert.equal(svg.includes(part), true, `${part} in the picture of ${view}`);
      assert.equal(svg.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").includes(heading.split(" ")[0]), true, heading);
    }
    assert.throws(() => draw("/embed/summary/1480/"), /allowed are .*\/embed\/pyramid\/ and \/embed\/curve\/ of a place/);
  });

  test("a PNG has two pixels to one and says inside what it is", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto(views.ranking);
    await drawn(page);
    const png = await taken(page, "Bild, PNG");
    assert.equal(png.readUInt32BE(16), 1600, "width");
    assert.equal(png.includes(page.url()), true, "the address");
    // The corners of the code that leads to the figure's check are seven squares of four pixels, under the drawing.
    const blank = await page.context().newPage();
    const found = await blank.evaluate(async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const is_black = (x, y) => data[4 * (y * image.width + x)] + data[4 * (y * image.width + x) + 1] + data[4 * (y * image.width + x) + 2] === 0;
      const runs = [];
      for (let y = 0; y < image.height; y += 1) {
        for (let x = 0, from = 0; x <= image.width; x += 1) {
          if (x < image.width && is_black(x, y)) continue;
          if (x - from === 28) runs.push([from, y]);
          from = x + 1;
        }
      }
      return { runs, width: image.width, height: image.height };
    }, `data:image/png;base64,${png.toString("base64")}`).catch((error) => error);
    assert.equal(found.runs?.length >= 3 * 2 * 4, true, `rows of seven black squares: ${found.runs?.length ?? found}`);
    assert.equal(found.runs.every(([x, y]) => x > found.width / 2 && y > found.height / 2), true, "in the corner under the drawing");
  });

  test("a workbook and a table for Excel are handed over", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto(views.ranking);
    await drawn(page);
    assert.equal((await taken(page, "Tabell, Excel (XLSX)")).subarray(0, 4).toString("latin1"), "PK\u0003\u0004");
    const csv = (await taken(page, "Tabell, CSV för svenskt Excel")).toString("utf8");
    assert.equal(csv.charCodeAt(0), 0xfeff);
    assert.match(csv, /\r\nAle;\d+,\d\r\n/);
  });

  test("a value is pointed at, stays under the pointer, and Escape puts it away", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto(views.ranking);
    await drawn(page);
    const surface = page.locator(".plot__touch").first();
    await surface.scrollIntoViewIfNeeded();
    const box = await surface.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const tip = page.locator(".tooltip").first();
    await tip.waitFor();
    const own = await tip.boundingBox();
    await page.mouse.move(own.x + own.width / 2, own.y + own.height / 2);
    assert.equal(await tip.count(), 1, "it stays while the pointer is on it");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector(".tooltip") === null);
  });

  test("a value is chosen by key, and the address says so", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto("/utforska/?view=ranking");
    await drawn(page);
    await page.locator(".plot").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForURL(/area=\d{4}/);
  });

  test("a number opens what stands behind it, from the table and from the drawing", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto(views.ranking);
    await drawn(page);
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("tab", { name: "Tabell" }).click();
    const row = page.getByRole("row", { name: /^Ale/ });
    await row.locator("td").first().click();
    const note = page.locator(".method");
    await note.getByText("Formel").waitFor();
    assert.equal(asked.filter((url) => url.endsWith("about.json")).length, 1, "asked for when somebody asks");
    const number = (await row.locator("td").first().innerText()).replaceAll("\u00a0", " ").trim();
    const told = (await note.locator(".method__number").innerText()).replaceAll("\u00a0", " ");
    assert.equal(told.startsWith("Ale, ") && told.endsWith(number), true, told);
    assert.match(await note.innerText(), /Andel = de som räknas/);
    await page.getByRole("tab", { name: "Diagram" }).click();
    await page.locator(".plot").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("m");
    await page.waitForFunction((before) => document.querySelector(".method__number").textContent !== before, told);
  });

  test("the table sorts by value, upwards and downwards", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto(views.scatter);
    await drawn(page);
    await page.getByRole("tab", { name: "Tabell" }).click();
    const heading = page.locator("thead th").nth(1);
    const numbers = () =>
      page.locator("tbody tr td:nth-child(2)").evaluateAll((cells) =>
        cells.map((cell) => Number(cell.textContent.replace(",", ".").replace("−", "-"))).filter((n) => !Number.isNaN(n)),
      );
    await heading.getByRole("button").click();
    assert.equal(await heading.getAttribute("aria-sort"), "ascending");
    const up = await numbers();
    assert.deepEqual(up, [...up].sort((a, b) => a - b));
    await heading.getByRole("button").click();
    assert.equal(await heading.getAttribute("aria-sort"), "descending");
    const down = await numbers();
    assert.deepEqual(down, [...up].reverse());
  });

  test("of thousands of rows only those in sight are in the document, and all are reached", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto("/utforska/?view=scatter&level=regso");
    await drawn(page, ".picture__canvas");
    await page.getByRole("tab", { name: "Tabell" }).click();
    const table = page.getByRole("table");
    await table.locator("tbody tr[aria-rowindex]").first().waitFor();
    const n = Number(await table.getAttribute("aria-rowcount"));
    assert.equal(n > 3000, true, `${n} rows`);
    assert.equal((await table.locator("tbody tr").count()) < 200, true);
    await page.locator(".table-box").evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await table.locator(`tbody tr[aria-rowindex="${n}"]`).waitFor();
  });

  for (const [kind, path] of Object.entries(views)) {
    for (const [width, theme] of [[1280, "light"], [390, "dark"], [320, "light"]]) {
      test(`${kind}: axe finds nothing at ${width} px, ${theme}, and nothing is cut off`, async (t) => {
        const page = await visit(t, browser, site.address, { width, theme });
        await page.goto(path);
        await drawn(page);
        await page.getByText("Ta med figuren").first().click();
        await accessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow <= 0, true, `the page is ${overflow} px wider than the screen`);
      });
    }
  }
});

/** Waits until the program shows the figure. */
async function drawn(page, picture = ".plot .chart text") {
  await page.waitForFunction(() => !document.documentElement.classList.contains("static"));
  await page.locator(picture).first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

/** The bytes of the file behind a button. */
async function taken(page, name) {
  const button = page.getByRole("button", { name, exact: true }).first();
  if (!(await button.isVisible())) await page.getByText("Ta med figuren").first().click();
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path());
}
