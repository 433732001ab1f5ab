// How fast pages are for those with a slow phone: `node tests/browser/throttled.mjs [--site=…] [--runs=3] [PATH…]`.
// Chromium at 390 × 844 px, 1.6 Mbit/s, 150 ms, a processor four times slower, nothing kept from before.
// Prints the median of the runs; not part of `make test`, because times are the machine's.
import { parseArgs } from "node:util";
import { launch } from "./harness/browser.mjs";
import { serve } from "./harness/site.mjs";
import { bytesOf, isOfProgram, medians, slowPage } from "./harness/slow.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: "string", default: "target/site/demo" }, runs: { type: "string", default: "3" } },
});
const paths = positionals.length ? positionals : ["/", "/indikator/arbetsloshet/", "/kommun/1480-goteborg/", "/tema/boende/"];
const GOALS = { "first paint": 1000, "largest paint": 1800, shift: 0.02, interactive: 4000, "before the app": 60_000 };

const [browser, site] = await Promise.all([launch(), serve(options.site)]);
try {
  const table = {};
  for (const path of paths) table[path] = await medians(Number(options.runs), () => measured(path));
  console.table({ ...table, goal: GOALS });
} finally {
  await browser.close();
  await site.stop();
}

async function measured(path) {
  const { page, sizes } = await slowPage(browser, { width: 390, height: 844 }, 4);
  await page.addInitScript(() => {
    globalThis.seen = { largest: 0, shift: 0, idle: 0 };
    const watch = (type, then) => new PerformanceObserver((list) => list.getEntries().forEach(then)).observe({ type, buffered: true });
    watch("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
    watch("layout-shift", (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
    watch("longtask", (entry) => (seen.idle = entry.startTime + entry.duration));
  });
  await page.goto(new URL(path, site.address).href, { waitUntil: "load" });
  const hasProgram = (await page.locator("script[data-glue]").count()) > 0;
  if (hasProgram) await page.waitForFunction(() => performance.getEntriesByName("app:ready").length > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(2_500);
  const found = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    ready: performance.getEntriesByName("app:ready")[0]?.startTime ?? 0,
    ...seen,
  }));
  await page.context().close();
  const all = [...sizes.values()];
  return {
    "first paint": Math.round(found.first),
    "largest paint": Math.round(found.largest),
    shift: Math.round(found.shift * 1e4) / 1e4,
    interactive: Math.round(Math.max(found.ready, found.first)),
    "last long task": Math.round(found.idle),
    "before the app": bytesOf(all.filter((file) => !isOfProgram(file))),
    "all bytes": bytesOf(all),
  };
}
