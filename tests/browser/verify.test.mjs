// A figure that is frozen, embedded or saved: chosen on a page, found by others, and checked against newer editions.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { launch, visit } from "./harness/browser.mjs";
import { opened } from "./harness/opened.mjs";
import { patience } from "./harness/patience.mjs";
import { project, serve } from "./harness/site.mjs";

describe("frozen figures and newer editions", () => {
  let browser, site, folder, old;
  const newer = Array.from({ length: 10 }, (_, nth) => `aaaaaaaaaa${String(nth).padStart(2, "0")}`);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "editions-"));
    cpSync(join(project, "target/site/demo"), folder, { recursive: true, filter: (path) => !/\/(kommun|lan|municipality|county)\//.test(path) });
    old = JSON.parse(readFileSync(join(folder, "data/current.json"), "utf8"));
    // Ten newer editions, in the last of which one value is another: the country's unemployment of 2010.
    for (const edition of newer) cpSync(join(folder, "data", old.edition), join(folder, "data", edition), { recursive: true });
    revise(join(folder, "data", newer.at(-1)));
    writeFileSync(join(folder, "data/current.json"), JSON.stringify({ ...old, edition: newer.at(-1) }));
    [browser, site] = await Promise.all([launch(), serve(folder)]);
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a living figure follows, a frozen one stays and says so", async (t) => {
    const page = await visit(t, browser, site.address, { width: 700 });
    await page.goto("/embed/line/?indicator=arbetsloshet&area=01");
    await taken(page);
    assert.match(await page.locator(".figure__source").innerText(), new RegExp(newer.at(-1)));
    assert.equal(await page.locator(".framed__frozen").count(), 0);
    await page.goto(`/embed/line/?indicator=arbetsloshet&area=01&edition=${old.edition}`);
    await taken(page);
    assert.match(await page.locator(".figure__source").innerText(), new RegExp(old.edition));
    assert.match(await page.locator(".framed__frozen").innerText(), /Fryst/);
    const since = page.locator(".framed__frozen a");
    assert.match(await since.getAttribute("href"), /^\/granska\/\?view=line&/);
    await accessible(page);
  });

  test("what changed since is listed value by value, and the figure opens as it was", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto(`/granska/?view=line&indicator=arbetsloshet&edition=${old.edition}`);
    await page.locator(".verify__answer").waitFor();
    assert.match(await page.locator(".verify__answer").innerText(), /Ett värde har ändrats/);
    const row = await page.locator("tbody tr").innerText();
    assert.match(row, /Sverige\s+2010/);
    await accessible(page);
    await page.getByRole("link", { name: "Öppna figuren med siffrorna som de var" }).click();
    await page.locator(".figure__source", { hasText: old.edition }).waitFor();
    assert.match(page.url(), /edition=/);
  });

  test("an edition that is no longer there is told from one that is the newest", async (t) => {
    const page = await visit(t, browser, site.address, { expected: [/404/] });
    await page.goto(`/granska/?view=line&indicator=arbetsloshet&edition=${newer.at(-1)}`);
    await page.getByText("Siffrorna är aktuella").waitFor();
    await page.goto("/granska/?view=line&indicator=arbetsloshet&edition=000000000000");
    await page.getByText("finns inte kvar på servern").waitFor();
  });

  test("a withdrawn edition gives its notice, in the frame and where the figure is checked", async (t) => {
    const page = await visit(t, browser, site.address, { width: 700, expected: [/404/] });
    const gone = "bbbbbbbbbbbb";
    const notice = { edition: gone, reason: "Fel nämnare i ett län.", replacement: newer.at(-1) };
    await page.route("**/data/withdrawn.json", (route) => route.fulfill({ json: [notice] }));
    await page.goto(`/embed/line/?indicator=arbetsloshet&edition=${gone}`);
    await page.locator(".notice").waitFor();
    assert.match(await page.locator(".notice").innerText(), /tillbakadragen: Fel nämnare i ett län/);
    assert.equal(await page.getByRole("link", { name: "Visa figuren med de senaste siffrorna" }).count(), 1);
  });

  test("a saved picture brings its view back; a dropped one too; a strange one is told so", async (t) => {
    const page = await visit(t, browser, site.address);
    await page.goto("/utforska/?view=line&area=0180&indicator=arbetsloshet");
    await page.locator(".plot .chart text").first().waitFor();
    await page.getByText("Ta med figuren").first().click();
    for (const [name, type] of [["Bild, SVG", "image/svg+xml"], ["Bild, PNG", "image/png"]]) {
      if (!page.url().includes("/utforska/")) {
        await page.goto("/utforska/?view=line&area=0180&indicator=arbetsloshet");
        await page.locator(".plot .chart text").first().waitFor();
        await page.getByText("Ta med figuren").first().click();
      }
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
      const buffer = readFileSync(await download.path());
      await page.goto("/granska/");
      await page.locator("html:not(.static)").waitFor({ state: "attached" });
      const file = { name: download.suggestedFilename(), mimeType: type, buffer };
      if (type === "image/png") await page.locator("input[type=file]").setInputFiles(file);
      else await dropped(page, file);
      await page.locator(".verify__answer, .verify .notice").first().waitFor();
      const address = new URL(page.url());
      assert.equal(address.searchParams.get("area"), "0180", name);
      assert.equal(address.searchParams.get("view"), "line");
      assert.match(address.searchParams.get("edition"), /^[0-9a-f]{12}$/);
    }
    await page.locator("input[type=file]").setInputFiles({ name: "x.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.getByText("Filen säger inte varifrån den kommer").waitFor();
  });
});

describe("embedding, from the page that offers it", () => {
  const at = opened();

  for (const path of ["/utforska/?view=line&area=0180&indicator=arbetsloshet", "/utforska/?view=map&indicator=arbetsloshet", "/utforska/?view=table", "/indikator/arbetsloshet/", "/kommun/1480-goteborg/"]) {
    test(`${path}: the section opens by key, shows the figure and gives lines that work`, async (t) => {
      const page = await visit(t, at.browser, at.site.address);
      await page.goto(path);
      await page.waitForFunction(() => !document.documentElement.classList.contains("static"));
      // On a place's page figures are drawn when their row is opened.
      if (path.startsWith("/kommun/")) await page.locator("#about-arbetsloshet > summary").click();
      const within = path.startsWith("/kommun/") ? page.locator("#about-arbetsloshet") : page;
      const section = within.locator("details.embed").first();
      await section.locator("summary").focus();
      await page.keyboard.press("Enter");
      const preview = section.locator("iframe");
      await preview.waitFor();
      // As high as the figure says, which is not the height that every frame begins with.
      await page.waitForFunction(() => document.querySelector("details.embed[open] iframe").height !== "560");
      await accessible(page, { within: "details.embed[open]" });
      const code = section.locator("code");
      assert.match(await code.innerText(), /^<iframe src="http[^"]+\/embed\/[a-z-]+\/[^"]*" title="[^"]+" width="100%" height="\d+" loading="lazy" style="border:0"><\/iframe>$/);
      await section.getByLabel("Siffror").selectOption({ label: "Frysta som de är nu" });
      assert.match(await code.innerText(), /edition=[0-9a-f]{12}/);
      await section.getByLabel("Ljus eller mörk").selectOption({ label: "Mörkt" }).catch(() => section.getByLabel("Ljus eller mörk").selectOption("dark"));
      assert.match(await code.innerText(), /theme=dark/);
      await section.getByLabel("Språk").selectOption("en");
      assert.match(await code.innerText(), /lang=en/);
      const ways = section.locator("input[type=radio]");
      assert.equal(await ways.count(), 5);
      const seen = new Set();
      for (const way of await ways.all()) {
        await way.dispatchEvent("click");
        seen.add(await code.innerText());
      }
      assert.equal(seen.size, 5, "five ways, each with its own lines");
    });
  }

  test("others find what to embed in the static head, and what they get is a frame that works", async (t) => {
    const page = await visit(t, at.browser, at.site.address, { width: 700 });
    for (const path of ["/indikator/arbetsloshet/", "/kommun/1480-goteborg/", "/en/municipality/1480-goteborg/", "/embed/line/arbetsloshet/01/", "/embed/map/arbetsloshet/", "/embed/map/arbetsloshet/01/en/"]) {
      const html = readFileSync(join(project, "target/site/demo", path, "index.html"), "utf8");
      assert.equal(Buffer.byteLength(html.split("</head>")[0]) < 150_000, true);
      const link = html.match(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="[^"]+">/);
      assert.ok(link, path);
      const answer = JSON.parse(readFileSync(join(project, "target/site/demo", new URL(link[1]).pathname), "utf8"));
      const { version, type, title, provider_name, width, height } = answer;
      assert.deepEqual({ version, type, provider_name }, { version: "1.0", type: "rich", provider_name: "Lägesbild" });
      assert.equal(title.length > 3 && width === 700 && height <= 1000, true);
      const address = answer.html.match(/^<iframe src="([^"]+)"[^>]*><\/iframe>$/)[1].replaceAll("&amp;", "&");
      const answered = await page.goto(new URL(address).pathname + new URL(address).search);
      assert.equal(answered.status(), 200);
      await taken(page);
      const needed = await page.evaluate(() => document.body.getBoundingClientRect().height);
      assert.equal(needed <= height, true, `${address} needs ${needed} px and is promised ${height}`);
    }
  });
});

/** One value becomes another, and the list of files says so. */
function revise(edition) {
  const file = join(edition, "indicator/arbetsloshet/nation-2025/history.json");
  const cube = JSON.parse(readFileSync(file, "utf8"));
  const at = cube.dimension.period.category.index;
  const place = Array.isArray(at) ? at.indexOf("2010") : at["2010"];
  cube.value[place] += 0.5;
  writeFileSync(file, JSON.stringify(cube));
  const list = join(edition, "files/indicator/arbetsloshet.json");
  const files = JSON.parse(readFileSync(list, "utf8"));
  const entry = files.files.find(({ path }) => path === "indicator/arbetsloshet/nation-2025/history.json");
  entry.integrity = `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
  writeFileSync(list, JSON.stringify(files));
}

/** Drops a file on the place for it. */
async function dropped(page, { name, mimeType, buffer }) {
  const transfer = await page.evaluateHandle(({ name, type, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type }));
    return transfer;
  }, { name, type: mimeType, text: buffer.toString("utf8") });
  await page.dispatchEvent(".verify__drop", "drop", { dataTransfer: transfer });
}

async function taken(page) {
  await page.waitForFunction(() => performance.getEntriesByName("app:ready").length > 0, null, { timeout: patience });
}
