// What the map of a site costs the page's main thread, frame by frame, while it is recoloured, dragged and zoomed:
//
//   node benches/large_country/measure.mjs SITE 'PATH' [ROUNDS]
//
// SITE is a folder that `lagesbild pages` made, PATH the explorer with a map that has a slider of years. Prints the
// median, the 95th percentile and the largest of the milliseconds that whole tasks took of the main thread from one
// frame to the next, for each round and gesture; for colours, all that a key press cost, and its dearest frame.
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
    const busy = await traced(page, () => colours(page));
    const dearest = (from, to) => Math.max(...busy("frame").filter(({ at }) => at >= from && at <= to).map(({ ms }) => ms));
    console.log(`  colours        ${words(busy("step").map(({ ms }) => ms))}`);
    console.log(`  … in a frame   ${words(busy("step").map(({ at, until }) => dearest(at, until)))}`);
    for (const [name, gesture] of [
      ["drag, whole", () => drag(page, middle)],
      ["zoom in    ", () => wheel(page, middle, -60)],
      ["drag, close", () => drag(page, middle)],
      ["zoom out   ", () => wheel(page, middle, 60)],
    ]) {
      const busy = await traced(page, () => framed(page, gesture));
      console.log(`  ${name}    ${words(busy("frame").map(({ ms }) => ms))}`);
    }
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
  await framed(page, async () => {
    for (let step = 0; step < 20; step++) {
      await page.evaluate(() => performance.mark("bench:step"));
      await page.keyboard.press(step < 10 ? "ArrowLeft" : "ArrowRight");
      await page.waitForTimeout(250);
    }
    await page.evaluate(() => performance.mark("bench:step"));
  });
}

/** Forty moves with the button down. */
async function drag(page, [x, y]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await paced(page, 40, (step) => page.mouse.move(x + 3 * step, y + 2 * (step % 20)));
  await page.mouse.up();
}

/** Thirty-five steps of the wheel. */
async function wheel(page, [x, y], step) {
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  await paced(page, 35, () => page.mouse.wheel(0, step));
  await page.keyboard.up("Control");
}

/** About one input for each frame, and the frames after the last. */
async function paced(page, n, input) {
  for (let step = 0; step < n; step++) {
    await input(step);
    await page.waitForTimeout(12);
  }
  await page.waitForTimeout(300);
}

/** Every frame of a gesture is marked. */
async function framed(page, gesture) {
  await page.evaluate(() => {
    globalThis.benchStops = false;
    const mark = () => {
      performance.mark("bench:frame");
      if (!globalThis.benchStops) requestAnimationFrame(mark);
    };
    requestAnimationFrame(mark);
  });
  await gesture();
  await page.evaluate(() => { globalThis.benchStops = true; });
  await page.waitForTimeout(60);
}

/** What a gesture cost the main thread: for a name of marks, milliseconds of tasks between each two. */
async function traced(page, gesture) {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await gesture();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const { pid, tid } = traceEvents.find((event) => event.name === "bench:frame");
  const tasks = traceEvents
    .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && event.pid === pid && event.tid === tid)
    .map((event) => [event.ts, event.ts + event.dur])
    .sort((a, b) => a[0] - b[0]);
  return (name) => {
    const marks = traceEvents.filter((event) => event.name === `bench:${name}`).map((event) => event.ts).sort((a, b) => a - b);
    return marks.slice(1).map((until, nth) => {
      let [busy, end] = [0, marks[nth]];
      for (const [from, to] of tasks) {
        if (from >= until) break;
        busy += Math.max(0, Math.min(to, until) - Math.max(from, end));
        end = Math.max(end, Math.min(to, until));
      }
      return { at: marks[nth], until, ms: busy / 1000 };
    });
  };
}
