// How fast framed figures are for those with a slow connection, and twenty of them on one page:
// `node tests/browser/throttled-embeds.mjs [--site=…] [--runs=3] [--slower=1] [PATH…]`; --slower=4 is a slow phone too. Prints the median of the runs; not part of
// `make test`, because times are the machine's.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { launch } from "./harness/browser.mjs";
import { counted } from "./harness/host.mjs";
import { serve } from "./harness/site.mjs";
import { bytesOf, isOfProgram, medians, slowPage } from "./harness/slow.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: "string", default: "target/site/demo" }, runs: { type: "string", default: "3" }, slower: { type: "string", default: "1" } },
});
const paths = positionals.length
  ? positionals
  : ["/embed/line/arbetsloshet/", "/embed/map/arbetsloshet/", "/embed/summary/1480/", "/embed/ranking/?indicator=arbetsloshet"];
const GOALS = { "static picture": 600, "static bytes": 30_000, "all bytes, line": 125_000, "all bytes, map": 150_000 };

const [browser, site] = await Promise.all([launch(), serve(options.site)]);
try {
  const table = {};
  for (const path of paths) table[path] = await medians(Number(options.runs), () => alone(path));
  console.log(`Each by itself, 1.6 Mbit/s, 150 ms, the processor ${options.slower} times slower:`);
  console.table({ ...table, goal: GOALS });
  const kinds = {
    "20 lines": (nth) => `/embed/line/?indicator=arbetsloshet&area=${["0180", "1480", "1280", "0380"][nth % 4]}`,
    "20 maps": (nth) => `/embed/map/?indicator=${["arbetsloshet", "trangboddhet", "utrikes-fodda", "hyresratt"][nth % 4]}`,
  };
  console.log("Twenty on one page, as fast as the machine is:");
  const many = {};
  for (const [name, path] of Object.entries(kinds)) many[name] = await twenty(path);
  console.table({ ...many, goal: { "sent more than once": 0, "longest task after": 50, "MB each": 20 } });
} finally {
  await browser.close();
  await site.stop();
}

/** One figure in a window of its own. */
async function alone(path) {
  const { page, sizes } = await slowPage(browser, { width: 390, height: 600 }, Number(options.slower));
  await page.goto(new URL(path, site.address).href, { waitUntil: "load" });
  await page.waitForFunction(() => performance.getEntriesByName("app:ready").length > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(1_500);
  const found = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    ready: performance.getEntriesByName("app:ready")[0].startTime,
  }));
  await page.context().close();
  const all = [...sizes.values()];
  return {
    "static picture": Math.round(found.first),
    live: Math.round(found.ready),
    "static bytes": bytesOf(all.filter((file) => !isOfProgram(file))),
    "program": bytesOf(all.filter(({ url }) => /\.wasm$/.test(url))),
    "data": bytesOf(all.filter(({ url }) => url.includes("/data/"))),
    "all bytes": bytesOf(all),
  };
}

/** Twenty in plain frames of one page: what was sent twice, the longest task after they are there, memory. */
async function twenty(path) {
  const proxy = await counted(site.address);
  const context = await browser.newContext({ viewport: { width: 900, height: 9000 } });
  const page = await context.newPage();
  const frames = Array.from({ length: 20 }, (_, nth) => `<iframe src="${proxy.address}${path(nth)}" title="Figur" width="420" height="400"></iframe>`);
  const host = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(`<!doctype html><title>Artikel</title>${frames.join("")}`));
  await new Promise((resolve) => host.listen(0, "localhost", resolve));
  const before = await memory();
  await page.goto(`http://localhost:${host.address().port}/`);
  await page.waitForFunction(() => document.querySelectorAll("iframe").length === 20);
  const figures = page.frames().slice(1);
  for (const frame of figures) {
    await frame.waitForFunction(() => performance.getEntriesByName("app:ready").length > 0, null, { timeout: 120_000 });
  }
  await page.waitForTimeout(2_000);
  const watch = () => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  };
  for (const frame of figures) await frame.evaluate(watch);
  await page.waitForTimeout(3_000);
  const tasks = [];
  for (const frame of figures) tasks.push(...(await frame.evaluate(() => globalThis.tasks)));
  const used = (await memory()) - before;
  await context.close();
  host.closeAllConnections();
  host.close();
  await proxy.stop();
  const shared = [...proxy.sent].filter(([path]) => !path.startsWith("/embed/") && !path.endsWith("current.json"));
  return {
    "sent more than once": shared.filter(([, n]) => n > 1).length,
    "longest task after": Math.round(Math.max(0, ...tasks)),
    "MB each": Math.round((10 * used) / 20 / 2 ** 20) / 10,
  };
}

/** Bytes of memory that are the browser's drawing processes' own. */
async function memory() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const own = ({ id }) => Number(readFileSync(`/proc/${id}/smaps_rollup`, "utf8").match(/^Pss:\s+(\d+)/m)[1]) * 1024;
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, one) => sum + own(one), 0);
}
