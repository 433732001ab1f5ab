// Pages of others, on an address of their own, that frame our figures; and everything that the frames then do.
import { createServer, request as forward } from "node:http";
import { until } from "./engines.mjs";
import { patience } from "./patience.mjs";

/**
 * A page with its own content security policy that frames figures of the site. After the test nothing may have been asked
 * of others, nothing kept on the device, and neither page may have complained of anything that is not `expected`.
 * @param {import("node:test").TestContext} test
 * @param {{seat: (look: object) => Promise<import("./engines.mjs").Seat>}} engine
 * @param {string} site  address of the site
 * @param {string} body  HTML of the page's body
 * @param {{width?: number, height?: number, theme?: string, policy?: string, files?: Record<string, string>, expected?: RegExp[]}} look
 * @returns {Promise<import("./engines.mjs").Seat & {requests: string[]}>}
 */
export async function hosted(test, engine, site, body, look = {}) {
  const { width = 900, height = 800, theme = "light", policy, files = {}, expected = [] } = look;
  const seat = await engine.seat({ width, height, theme });
  const { page } = seat;
  const [requests, complaints] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(`exception: ${error.stack ?? error}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  // On another host than the site, as newsrooms are: the same machine by its other name.
  const server = createServer(({ url }, answer) => {
    const is_page = url === "/";
    answer.setHeader("content-type", is_page ? "text/html; charset=utf-8" : "text/javascript");
    if (is_page && policy) answer.setHeader("content-security-policy", policy);
    answer.statusCode = is_page || url in files ? 200 : 404;
    answer.end(is_page ? `<!doctype html><html lang="sv"><title>Artikel</title><link rel="icon" href="data:,"><body>${body}` : files[url]);
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  const host = `http://localhost:${server.address().port}`;
  test.after(async () => {
    const kept = [await seat.kept(), ...(await Promise.all(page.frames().map((frame) => frame.evaluate(stored)))).flat()].flat();
    await seat.close();
    server.closeAllConnections();
    server.close();
    const elsewhere = requests.filter((url) => /^http/.test(url) && ![new URL(site).origin, host].includes(new URL(url).origin));
    const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
    if (elsewhere.length) throw new Error(`Asked of others: ${elsewhere.join(", ")}`);
    if (kept.length) throw new Error(`Kept on the device: ${JSON.stringify(kept)}`);
    if (unexpected.length) throw new Error(`The page complained:\n  ${unexpected.join("\n  ")}`);
  });
  await page.goto(`${host}/`);
  return { ...seat, requests };
}

/** What a page has stored on the device; nothing where it may not, as without an origin. */
async function stored() {
  const kept = [];
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      kept.push(...Object.keys(window[name]).map((key) => `${name}: ${key}`));
    } catch { /* It has no storage. */ }
  }
  try {
    kept.push(...(await caches.keys()), ...(await indexedDB.databases()).map(({ name }) => name));
  } catch { /* Nor these. */ }
  return kept;
}

/** The frame of the page whose address begins so, when its program has taken over. */
export async function framed(page, path) {
  const find = () => page.frames().find((frame) => new URL(frame.url(), "http://x").pathname.startsWith(path));
  // A frame that is just going on to its address cannot be asked.
  const ready = (frame) => frame?.evaluate(() => performance.getEntriesByName("app:ready").length > 0).catch(() => false);
  const waited = () => `a figure at ${path} among ${page.frames().map((frame) => frame.url()).join(", ")}`;
  return until(async () => (await ready(find())) && find(), waited);
}

/** Waits until a figure has been drawn by its program. */
export async function shown(page) {
  await page.waitForFunction(() => performance.getEntriesByName("app:ready").length > 0, null, { timeout: patience });
  await page.locator(".chart text, .map__canvas, .table").first().waitFor();
}

/**
 * The site through a counter of what was sent in full, by path.
 * @param {string} address
 * @returns {Promise<{address: string, sent: Map<string, number>, stop: () => Promise<void>}>}
 */
export async function counted(address) {
  const sent = new Map();
  const server = createServer((asked, answer) => {
    const options = { ...new URL(address), method: asked.method, path: asked.url, headers: asked.headers };
    const { hostname, port } = new URL(address);
    const onward = forward({ ...options, hostname, port }, (found) => {
      const path = asked.url.split("?")[0];
      if (found.statusCode === 200 && asked.method === "GET") sent.set(path, (sent.get(path) ?? 0) + 1);
      answer.writeHead(found.statusCode, found.headers);
      found.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });
  return { address: `http://127.0.0.1:${server.address().port}`, sent, stop };
}
