// The two engines that figures in other people's pages are tested in, spoken to in the same words: Chromium by Playwright,
// and Firefox ESR, which Playwright does not drive, by Puppeteer. Both know a page's `goto`, `evaluate`, `frames`,
// `keyboard` and `on`; what they say differently is here.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { launch } from "./browser.mjs";
import { patience } from "./patience.mjs";

const firefox = "/usr/bin/firefox-esr";

/**
 * A page in an engine, with nothing of other pages kept in it.
 * @typedef {object} Seat
 * @property {import("playwright-core").Page | import("puppeteer-core").Page} page
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {() => Promise<unknown[]>} kept   cookies that any page has left
 * @property {() => Promise<void>} close
 */

/** Each with its name, why it is left out if it is, and how it is started. */
export const engines = [
  { name: "Chromium", skip: false, start: startChromium },
  { name: "Firefox ESR", skip: existsSync(firefox) ? false : "firefox-esr is not installed", start: startFirefox },
];

async function startChromium() {
  const browser = await launch();
  const seat = async ({ width, height, theme }) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: "reduce" });
    const page = await context.newPage();
    return {
      page,
      resize: (width, height) => page.setViewportSize({ width, height }),
      kept: () => context.cookies(),
      close: () => context.close(),
    };
  };
  return { seat, themes: ["light", "dark"], close: () => browser.close() };
}

async function startFirefox() {
  const extraPrefsFirefox = { "ui.prefersReducedMotion": 1, "ui.systemUsesDarkTheme": 0 };
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true, timeout: patience, protocolTimeout: 4 * patience, extraPrefsFirefox });
  const seat = async ({ width, height }) => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height });
    return {
      page,
      resize: (width, height) => page.setViewport({ width, height }),
      kept: () => context.cookies(),
      close: () => context.close(),
    };
  };
  // It follows the machine, which prefers light.
  return { seat, themes: ["light"], close: () => browser.close() };
}

/** Waits until `ask` has an answer that is not false, and gives it; else fails with what `waited` says. */
export async function until(ask, waited) {
  const late = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > late) throw new Error(`Waited ${patience / 1000} s for ${waited()}.`);
    await pause(50);
  }
}

/** Waits so many milliseconds. */
export const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
