// Which sites there are to test, and when a page of them is ready.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { patience } from "./patience.mjs";
import { project } from "./site.mjs";

/** The demonstration always; the real edition where it was composed. */
export const editions = ["demo", "real"].filter((name) => {
  const is_there = existsSync(join(project, `target/site/${name}/index.html`));
  if (!is_there && name === "real") console.log("# skipped: the real edition, because its source data are not here");
  return is_there || name === "demo";
});

/** Waits until the program has taken over from the static page, and has built what may wait until after that. */
export async function taken(page) {
  const isTaken = () => performance.getEntriesByName("app:ready").length > 0 && !document.querySelector("[data-waits]");
  await page.waitForFunction(isTaken, null, { timeout: patience });
}

/** Waits until the map is painted. */
export async function mapShown(page) {
  await page.waitForFunction(() => performance.getEntriesByName("map:first-paint").length > 0, null, { timeout: patience });
}
