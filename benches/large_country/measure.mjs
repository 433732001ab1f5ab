// What the map of a site costs the page's main thread, frame by frame, while it is recoloured, dragged and zoomed:
//
//   node benches/large_country/measure.mjs SITE 'PATH' [ROUNDS]
//
// SITE is a folder that `lagesbild pages` made, PATH the explorer with a map that has a slider of years. Prints the
// median, the 95th percentile and the largest of the milliseconds that whole tasks took of the main thread from one
// frame to the next (from one key press until it rests, for colours), for each round and gesture.
import { launch, open } from "../../tests/browser/harness/browser.mjs";
import { serve } from "../../tests/browser/harness/site.mjs";

const [folder, path, rounds = "3"] = process.argv.slice(2);
if (!path) throw new Error("measure.mjs takes a folder with a site and the path of a map, and found fewer arguments.");

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
const words = (values) => `p50 ${quantile(values, 0.5).toFixed(1)}  p95 ${quantile(values, 0.95).toFixed(1)}  max ${Math.max(...values).toFixed(1)} ms  (${values.length})`;

const browser = await launch();
const site = await serve(folder);
try {
  for (let round = 0; round < Number(rounds); round++) {
    const { page, context } = await opened();
    const [first] = await page.evaluate(() => performance.getEntriesByName("map:first-paint").map((mark) => mark.startTime));
    console.log(`round ${round + 1}: first map after ${first.toFixed(0)} ms`);
    const box = await page.locator("canvas").first().boundingBox();
    const middle = [box.x + box.width * 0.5, box.y + box.height * 0.45];
    console.log(`  colours        ${words(await traced(page, () => colours(page)))}`);
    console.log(`  drag, whole    ${words(await traced(page, () => drag(page, middle)))}`);
    console.log(`  zoom in        ${words(await traced(page, () => wheel(page, middle, -60)))}`);
    console.log(`  drag, close    ${words(await traced(page, () => drag(page, middle)))}`);
    console.log(`  zoom out       ${words(await traced(page, () => wheel(page, middle, 60)))}`);
    await context.close();
  }
} finally {
  await browser.close();
  await site.stop();
}

async function opened() {
  const { page, context } = await open(browser, site.address, {});
  await page.goto(path);
  await page.waitForFunction(() => performance.getEntriesByName("map:first-paint").length > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(3000);
  return { page, context: context ?? page.context() };
}

/** Twenty steps of the slider, each from rest to rest. */
async function colours(page) {
  const slider = page.getByRole("slider", { name: /år|year/i }).first();
  await slider.focus();
  for (let step = 0; step < 20; step++) {
    await page.evaluate(() => performance.mark("bench:step"));
    await page.keyboard.press(step < 10 ? "ArrowLeft" : "ArrowRight");
    await page.waitForTimeout(250);
  }
  await page.evaluate(() => performance.mark("bench:step"));
}

/** Forty moves with the button down, one a frame. */
async function drag(page, [x, y]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await frames(page, 40, (step) => page.mouse.move(x + 3 * step, y + 2 * (step % 20)));
  await page.mouse.up();
}

/** Thirty-five steps of the wheel, one a frame. */
async function wheel(page, [x, y], step) {
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  await frames(page, 35, () => page.mouse.wheel(0, step));
  await page.keyboard.up("Control");
}

/** One input for each frame; every frame is marked, until some after the last. */
async function frames(page, n, input) {
  await page.evaluate(() => {
    globalThis.benchStops = false;
    const mark = () => {
      performance.mark("bench:step");
      if (!globalThis.benchStops) requestAnimationFrame(mark);
    };
    requestAnimationFrame(mark);
  });
  for (let step = 0; step < n; step++) {
    await input(step);
    await page.waitForTimeout(12);
  }
  await page.waitForTimeout(300);
  await page.evaluate(() => { globalThis.benchStops = true; });
  await page.waitForTimeout(60);
}

/** Milliseconds of the main thread's tasks between each two marks of a gesture. */
async function traced(page, gesture) {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing", "disabled-by-default-v8.compile"] });
  await gesture();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = traceEvents.filter((event) => event.name === "bench:step");
  const { pid, tid } = marks[0];
  const tasks = traceEvents
    .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && event.pid === pid && event.tid === tid)
    .map((event) => [event.ts, event.ts + event.dur])
    .sort((a, b) => a[0] - b[0]);
  const ends = marks.map((mark) => mark.ts).sort((a, b) => a - b);
  return ends.slice(1).map((end, nth) => {
    const start = ends[nth];
    let [busy, until] = [0, start];
    for (const [from, to] of tasks) {
      if (from >= end) break;
      busy += Math.max(0, Math.min(to, end) - Math.max(from, until));
      until = Math.max(until, Math.min(to, end));
    }
    return busy / 1000;
  });
}
