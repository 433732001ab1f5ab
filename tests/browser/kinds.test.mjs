// What holds on a page of every kind: axe-core finds nothing, nothing is cut off, and the keyboard walks through it. Here most
// kinds in one look, the looks and languages in turn; with EVERY_LOOK=1, as `make check-all` has it, every kind in all.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { taken } from "./harness/editions.mjs";
import { walked } from "./harness/keyboard.mjs";
import { kinds } from "./harness/kinds.mjs";
import { opened } from "./harness/opened.mjs";

// 320 px is what a screen of 1280 px has left at 400 %.
const looks = {
  light: { width: 1280, theme: "light" },
  "400 %": { width: 320, height: 640, theme: "light" },
  dark: { width: 390, height: 844, theme: "dark" },
  "forced colours": { width: 1280, theme: "dark", forcedColors: true },
};
const languages = { sv: "sv-SE", en: "en-GB" };
const all = Object.keys(looks).flatMap((look) => Object.keys(languages).map((language) => [look, language]));
const isAll = Boolean(process.env.EVERY_LOOK);

describe("every kind of page", () => {
  const at = opened();

  kinds.filter((kind) => isAll || (kind.often ?? true)).forEach((kind, position) => {
    for (const [look, language] of isAll ? all : [all[(position * 3) % all.length]]) {
      test(`${kind.name}, ${look}, ${language}`, async (t) => {
        const published = await canonical(at.site.address, kind[language]);
        const page = await visit(t, at.browser, at.site.address, { ...looks[look], locale: languages[language], expected: kind.expected });
        await page.goto(kind[language]);
        if (kind.script ?? true) await taken(page);
        await accessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow <= 0, true, `the page is ${overflow} px wider than the screen`);
        const now = await page.locator("link[rel=canonical]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
        assert.deepEqual(now, published, "the address that search engines are given, before the program and after");
        // What comes later would move what has been reached.
        await page.waitForLoadState("networkidle");
        const names = await walked(page);
        if (!kind.framed) assert.match(names[0], /^(Hoppa till innehållet|Skip to (the )?content)$/, "the first is the way past the menu");
      });
    }
  });
});

/** The address that a page names as its own before a program runs: one with scheme and host, or none where nothing is. */
async function canonical(site, path) {
  const html = await (await fetch(new URL(path, site))).text();
  const found = [...html.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, address]) => address);
  if (/<meta name="robots" content="noindex">/.test(html) && found.length === 0) return found;
  assert.equal(found.length, 1, `one canonical address: ${found}`);
  assert.match(found[0], /^https?:\/\/[^/]+\/[^?]*$/);
  return found;
}
