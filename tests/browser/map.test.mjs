// The map: whole window, wheel and drag, walking by keyboard as a screen reader hears it, change, hexagons, small maps,
// files, sizes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { mapShown } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";

describe("map, demo edition", () => {
  const at = opened();

  const open = async (t, path, options) => {
    const page = await visit(t, at.browser, at.site.address, options);
    await page.goto(path);
    await mapShown(page);
    return page;
  };
  const view = (page) => page.evaluate(() => performance.getEntriesByName("map:view").at(-1).detail);
  // What moves the map has begun after 400 ms, and the map is still when it has not been moved for as long.
  const still = async (page) => {
    await page.waitForTimeout(400);
    await page.waitForFunction(() => performance.now() - performance.getEntriesByName("map:view").at(-1).startTime > 400);
  };
  const resized = async (page, size) => {
    const views = () => page.evaluate(() => performance.getEntriesByName("map:view").length);
    const before = await views();
    await page.setViewportSize(size);
    await page.waitForFunction((before) => performance.getEntriesByName("map:view").length > before, before);
    await still(page);
  };

  test("a map that the browser took back is painted again when there is something to paint on", async (t) => {
    const page = await open(t, "/utforska/?level=municipality");
    const painted = () =>
      page.evaluate(() => {
        const canvas = document.querySelector(".map__canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.reduce((count, byte, at) => count + (at % 4 === 3 && byte > 0), 0);
      });
    const before = await painted();
    assert.ok(before > 10_000, `${before} pixels`);
    await page.evaluate(() => {
      const canvas = document.querySelector(".map__canvas");
      canvas.getContext("2d").clearRect(0, 0, canvas.width, canvas.height);
      canvas.dispatchEvent(new Event("contextlost"));
    });
    await page.getByRole("alert").filter({ hasText: "kan inte rita kartan" }).waitFor();
    assert.equal(await painted(), 0);
    await page.evaluate(() => document.querySelector(".map__canvas").dispatchEvent(new Event("contextrestored")));
    await page.getByRole("alert").filter({ hasText: "kan inte rita kartan" }).waitFor({ state: "detached" });
    assert.equal(await painted(), before);
  });

  test("where nothing can be painted the page says so, and the table has all values", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto("/utforska/?level=county");
    await page.getByRole("alert").filter({ hasText: "kan inte rita kartan" }).waitFor();
    await page.getByText("Områden i kartbilden som tabell").click();
    await page.locator(".figure__offers table tbody tr").nth(20).waitFor();
    assert.equal(await page.locator(".legend__class").count() >= 5, true, "the legend is there");
  });

  test("in the whole window the wheel zooms about the pointer, and Escape leads back", async (t) => {
    const page = await open(t, "/utforska/?level=municipality");
    await page.getByRole("button", { name: "Visa kartan i hela fönstret" }).click();
    await page.waitForURL(/wide=1/);
    await still(page);
    const size = await page.evaluate(() => document.querySelector(".map").getBoundingClientRect().toJSON());
    assert.ok(size.width > 1200 && size.height > 500, JSON.stringify(size));
    const before = await view(page);
    const at = [640, 420];
    await page.mouse.move(...at);
    for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -100);
    await still(page);
    const close = await view(page);
    assert.ok(close.k > before.k * 1.8, `${before.k} to ${close.k}`);
    for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, -100);
    await still(page);
    const closer = await view(page);
    assert.ok(closer.k > close.k * 1.3, `${close.k} to ${closer.k}`);
    const east = (v) => (at[0] - v.tx) / v.k;
    assert.ok(Math.abs(east(close) - east(closer)) < 1 / close.k, "the place under the pointer stays");
    await page.locator(".map__stage").focus();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector(".panel--wide"));
  });

  test("the picture that is made after a movement is the one that is made at once", async (t) => {
    const page = await open(t, "/utforska/?level=municipality&wide=1");
    await page.mouse.move(640, 420);
    for (let turn = 0; turn < 5; turn += 1) {
      await page.mouse.wheel(0, -120);
      await page.waitForTimeout(30);
    }
    await page.mouse.down();
    for (let step = 1; step < 12; step += 1) await page.mouse.move(640 + step * 9, 420 + step * 4);
    await page.mouse.up();
    await still(page);
    assert.equal(await page.locator(".map__sheet").evaluate((sheet) => getComputedStyle(sheet).transform), "none");
    const before = await view(page);
    await page.evaluate(() => {
      const canvas = document.querySelector(".map__canvas");
      globalThis.moved = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    });
    // A change of size and back paints everything anew in the same place, but for hundredths of a pixel.
    const { width, height } = page.viewportSize();
    await resized(page, { width: width - 2, height });
    await resized(page, { width, height });
    const after = await view(page);
    assert.ok(Math.abs(after.tx - before.tx) < 0.05 && Math.abs(after.ty - before.ty) < 0.05 && after.k === before.k);
    const changed = await page.evaluate(() => {
      const canvas = document.querySelector(".map__canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let n = 0;
      for (let at = 0; at < data.length; at += 4) {
        if ([0, 1, 2, 3].some((channel) => Math.abs(data[at + channel] - globalThis.moved[at + channel]) > 32)) n += 1;
      }
      return n / (data.length / 4);
    });
    assert.ok(changed < 0.001, `${changed * 100} % of the pixels are others`);
  });

  test("one stop for the whole map; a screen reader hears name, value, class, place and neighbours", async (t) => {
    const page = await open(t, "/utforska/?indicator=lag-ekonomisk-standard&level=municipality");
    const stops = await page.evaluate(() => document.querySelectorAll(".map__stage, .map__stage [tabindex='0']").length);
    assert.equal(stops, 1);
    const stage = page.getByRole("application", { name: /Karta: Låg ekonomisk standard/ });
    await stage.focus();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const application = nodes.find((node) => node.role?.value === "application");
    assert.match(application.name.value, /^Karta: Låg ekonomisk standard i Sveriges kommuner \d{4}/);
    assert.match(application.description.value, /Piltangenterna/);
    assert.equal(application.properties.find(({ name }) => name === "focused")?.value.value, true);
    await page.keyboard.press("ArrowDown");
    const said = page.locator(".map [role=status]");
    await page.waitForFunction(() => document.querySelector(".map [role=status]").textContent !== "");
    const words = (await said.textContent()).replace(/\s/g, " ");
    assert.match(words, /^[^:]+: \d+,\d %\. Klass \d av 5: .*Av de 290 kommunerna har \d+ ett lägre värde och \d+ ett högre\./);
    assert.match(words, /grannområde/);
    const heard = nodes.length && (await session.send("Accessibility.getFullAXTree")).nodes;
    assert.ok(heard.some((node) => node.role?.value === "status" && node.properties?.some(({ name, value }) => name === "live" && value.value === "polite")));
    // Who walks on at once is not talked to about every step.
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowLeft");
    assert.equal((await said.textContent()).replace(/\s/g, " "), words);
    await page.keyboard.press("PageDown");
    await page.waitForURL(/level=regso/);
    await page.locator("#map-title", { hasText: "RegSO" }).waitFor();
    await page.keyboard.press("PageUp");
    await page.waitForURL(/level=municipality/);
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "combobox");
  });

  for (const reducedMotion of [false, true]) {
    test(`the pointer over the map moves nothing else, ${reducedMotion ? "less motion asked for" : "motion welcome"}`, async (t) => {
      const page = await open(t, "/utforska/?indicator=hyresratt&level=deso&wide=1", { reducedMotion });
      await page.mouse.move(640, 500);
      await still(page);
      await page.evaluate(() => {
        globalThis.transitions = [];
        document.addEventListener("transitionrun", (event) => globalThis.transitions.push(`${event.target.className}: ${event.propertyName}`));
      });
      const rows = () =>
        page.evaluate(() => ({
          here: [...document.querySelectorAll(".legend__class")].findIndex((row) => row.matches(".legend__class--here")),
          places: [...document.querySelectorAll(".legend__class, .legend__class *")].map((part) => Object.values(part.getBoundingClientRect().toJSON()).join(" ")),
        }));
      const { places } = await rows();
      const marked = new Set();
      for (let step = 0; step < 60; step += 1) {
        await page.mouse.move(560 + ((step * 37) % 160), 260 + ((step * 53) % 280));
        const now = await rows();
        marked.add(now.here);
        assert.deepEqual(now.places, places, `at step ${step}`);
      }
      marked.delete(-1);
      assert.ok(marked.size >= 3, `the pointer met areas of ${marked.size} classes`);
      assert.deepEqual(await page.evaluate(() => globalThis.transitions), []);
    });
  }

  test("the areas in view stand in a table, and are chosen from it", async (t) => {
    const page = await open(t, "/utforska/?level=municipality");
    await page.locator("#in-view summary").click();
    await page.locator("#in-view tbody tr").nth(200).waitFor();
    for (let press = 0; press < 3; press += 1) await page.getByRole("button", { name: "Zooma in" }).click();
    await page.waitForFunction(() => document.querySelectorAll("#in-view tbody tr").length < 200);
    const first = page.locator("#in-view tbody tr").first();
    const name = await first.locator("th").innerText();
    await first.getByRole("button").click();
    await page.locator(".chip__name", { hasText: name }).waitFor();
  });

  test("change since a period: both sides of zero, the same in the address", async (t) => {
    const page = await open(t, "/utforska/?indicator=lag-ekonomisk-standard&level=municipality");
    const before = await pixels(page);
    await page.getByLabel("Förändring sedan").selectOption("2015");
    await page.waitForURL(/from=2015/);
    await page.locator("#map-title", { hasText: "förändring sedan 2015" }).waitFor();
    await still(page);
    assert.notEqual(await pixels(page), before);
    const legend = await page.locator(".legend").innerText();
    assert.match(legend, /procentenheter/);
    assert.match(legend, /−/);
    assert.equal(await page.locator(".legend").getAttribute("data-scale"), "diverging");
    await page.reload();
    await mapShown(page);
    await page.locator("#map-title", { hasText: "förändring sedan 2015" }).waitFor();
  });

  test("hexagons show every area, and stand for people", async (t) => {
    const page = await open(t, "/utforska/?indicator=lag-ekonomisk-standard&level=deso&map=tiles");
    await page.locator(".figure__note", { hasText: "lika många invånare" }).waitFor();
    await page.locator("#in-view summary").click();
    await page.locator("#in-view [role=status]", { hasText: "6160" }).waitFor();
    await page.getByLabel("Karta av").selectOption("land");
    await page.waitForFunction(() => !location.search.includes("map=tiles"));
  });

  test("a small map for each period, and pressing one shows it", async (t) => {
    const page = await open(t, "/utforska/?indicator=lag-ekonomisk-standard&level=municipality");
    await page.getByLabel("Karta av").selectOption("periods");
    const maps = page.locator(".multiples__map");
    await maps.nth(13).waitFor();
    await still(page);
    const painted = await page.evaluate(() =>
      [...document.querySelectorAll(".multiples canvas")].map((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((_, at) => at % 4 === 3 && data[at] > 0).length;
      }),
    );
    assert.ok(painted.every((n) => n > 1000 && n === painted[0]), `the same land in all: ${painted}`);
    await maps.filter({ hasText: "2015" }).click();
    await page.waitForURL(/period=2015/);
    assert.equal(await maps.filter({ hasText: "2015" }).getAttribute("aria-pressed"), "true");
  });

  test("closer than national borders are meant for, the municipalities in view come in detail", async (t) => {
    const page = await open(t, "/utforska/?indicator=lag-ekonomisk-standard&level=deso&wide=1");
    await page.mouse.move(640, 420);
    const detail = page.waitForRequest(/boundaries\/detail\/\d{4}-2025\.arcs/);
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.wheel(0, -100);
      await page.waitForTimeout(20);
    }
    await detail;
    await page.waitForLoadState("networkidle");
    await still(page);
    assert.ok(await painted(page) > 1000, "there is still a map");
  });

  test("the level follows the scale when asked to", async (t) => {
    const page = await open(t, "/utforska/?indicator=lag-ekonomisk-standard&level=municipality");
    await page.getByLabel("Mindre områden när jag zoomar in").check();
    await page.waitForURL(/follow=1/);
    for (let press = 0; press < 4; press += 1) await page.getByRole("button", { name: "Zooma in" }).click();
    await page.waitForURL(/level=(regso|deso)/);
  });

  test("the map is taken along with title, legend, source and edition as text", async (t) => {
    const page = await open(t, "/utforska/?indicator=lag-ekonomisk-standard&level=municipality");
    await page.locator("summary", { hasText: "Ladda ner kartan" }).click();
    const files = page.locator("details", { hasText: "Ladda ner kartan" }).getByRole("button");
    const [svg] = await Promise.all([page.waitForEvent("download"), files.nth(0).click()]);
    const text = await readFile(await svg.path(), "utf8");
    for (const part of ["Låg ekonomisk standard i Sveriges kommuner", "<title", "<metadata>", "Stockholm", "Demonstrationsdata"]) {
      assert.ok(text.includes(part), part);
    }
    const fault = await page.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent, text);
    assert.equal(fault, undefined);
    const [png] = await Promise.all([page.waitForEvent("download"), files.nth(1).click()]);
    const bytes = await readFile(await png.path());
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    const width = Number(/viewBox="0 0 (\d+)/.exec(text)[1]);
    assert.equal(bytes.readUInt32BE(16), width * 2);
  });

  for (const [width, ratio] of [[320, 1], [1280, 2], [10_000, 1]]) {
    test(`there is a map ${width} px wide at ratio ${ratio}, and one pixel of it is one of the screen`, async (t) => {
      const page = await open(t, "/utforska/?level=county", { width, ratio });
      assert.ok(await painted(page) > 1000);
      const [css, device] = await page.evaluate(() => {
        const canvas = document.querySelector(".map__canvas");
        return [canvas.getBoundingClientRect().width, canvas.width];
      });
      assert.ok(Math.abs(css * ratio - device) < 0.01, `${css} CSS pixels, ${device} of the canvas`);
    });
  }

  test("a map without room waits for some", async (t) => {
    const page = await open(t, "/utforska/?level=county");
    await page.evaluate(() => document.querySelector(".map").style.setProperty("display", "none"));
    await still(page);
    await page.evaluate(() => document.querySelector(".map").style.removeProperty("display"));
    await still(page);
    assert.ok(await painted(page) > 1000);
  });

  for (const [width, theme] of [[1280, "light"], [390, "dark"]]) {
    test(`axe finds nothing in the whole window at ${width} px, ${theme}`, async (t) => {
      const page = await open(t, "/utforska/?wide=1&area=1480", { width, theme });
      await accessible(page);
    });
  }
});

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

/** How many pixels of the map have a colour. */
function painted(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector(".map__canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let n = 0;
    for (let at = 3; at < data.length; at += 4) n += data[at] > 0 ? 1 : 0;
    return n;
  });
}
