// Chromium for the tests: one browser a file, one fresh context a page, and every complaint of the page heard.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";
import { patience } from "./patience.mjs";
import { project } from "./site.mjs";

// Nothing but the site under test is reached, and the drawing is the same with and without a graphics card.
const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts Chromium with a fresh user folder.
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launch() {
  // Chromium refuses its sandbox to root; for anyone else it stays.
  return chromium.launch({ executablePath: program(), args: flags, chromiumSandbox: process.getuid?.() !== 0, timeout: patience });
}

/** Chromium as the set-up linked it, else the first of its names on PATH. */
function program() {
  const path = `${project}target/tools/bin:${process.env.PATH}`;
  try {
    const names = "command -v chromium || command -v chromium-browser || command -v google-chrome";
    return execFileSync("/bin/sh", ["-c", names], { env: { ...process.env, PATH: path }, encoding: "utf8" }).trim();
  } catch {
    throw new Error("Chromium is not on PATH: '.ci/setup test' installs it, or says how.");
  }
}

/**
 * How a page is looked at.
 * @typedef {object} Look
 * @property {number} [width=1280]
 * @property {number} [height=800]
 * @property {"light"|"dark"} [theme="light"]   the reader's preference, not a choice made on the page
 * @property {string} [locale="sv-SE"]
 * @property {boolean} [forcedColors=false]
 * @property {boolean} [reducedMotion=true]
 * @property {boolean} [touch=false]
 * @property {boolean} [javaScript=true]
 * @property {boolean} [offline=false]           whether the page may keep what is visited
 * @property {number} [ratio=1]                 device pixels for each CSS pixel
 */

/**
 * A page in a fresh context, with the list its complaints are written into: error messages of the console
 * (among them what the content security policy refused), exceptions, failed requests, answers from 400 on
 * and requests to any other host than that of `address`.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address  of the site; relative addresses start from it
 * @param {Look} look
 */
export async function open(browser, address, look = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    // Requests that a service worker answers cannot be turned into faults; tests of it ask for it.
    serviceWorkers: look.offline ? "allow" : "block",
    colorScheme: look.theme ?? "light",
    locale: look.locale ?? "sv-SE",
    timezoneId: "Europe/Stockholm",
    forcedColors: look.forcedColors ? "active" : "none",
    reducedMotion: (look.reducedMotion ?? true) ? "reduce" : "no-preference",
    hasTouch: look.touch ?? false,
    javaScriptEnabled: look.javaScript ?? true,
    deviceScaleFactor: look.ratio ?? 1,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  return { page, context, complaints: listen(page, new URL(address).origin) };
}

function listen(page, origin) {
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.stack ?? error}`));
  page.on("requestfailed", (request) => {
    // A request that the page itself gave up, or left behind by going on, is no fault.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()} failed: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`answer: ${response.url()} gave ${response.status()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) complaints.push(`request: ${url} leaves the site ${origin}`);
  });
  return complaints;
}

/**
 * A page for one test: closed after it, and the test fails if the page complained of anything.
 * A test that provokes a fault says so in `expected`; each of these must then match a complaint.
 * @param {import("node:test").TestContext} test
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {Look & {expected?: RegExp[]}} look
 * @returns {Promise<import("playwright-core").Page>}
 */
export async function visit(test, browser, address, { expected = [], ...look } = {}) {
  const { page, context, complaints } = await open(browser, address, look);
  test.after(async () => {
    await context.close();
    const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
    const unseen = expected.filter((pattern) => !complaints.some((complaint) => pattern.test(complaint)));
    if (unexpected.length) throw new Error(`The page complained:\n  ${unexpected.join("\n  ")}`);
    if (unseen.length) throw new Error(`The page was expected to complain, and did not, of ${unseen.join(", ")}`);
  });
  return page;
}
