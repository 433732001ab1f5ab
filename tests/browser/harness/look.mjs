// Pictures for looking at, kept in target/look/: each path at two widths, light and dark.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, open } from "./browser.mjs";
import { project, serve } from "./site.mjs";

const usage = `node tests/browser/harness/look.mjs [options] PATH…     for instance / /kommun/0180/

  --site=target/site/demo   the folder to serve
  --address=http://…        a site that is served already
  --width=1280,390          widths in CSS pixels
  --theme=light,dark        colour schemes
  --lang=sv-SE              the reader's language
  --full                    the whole page, not only the first screen
  --forced-colors           as with a high-contrast theme
  --print                   as on paper
  --no-script               without JavaScript
  --ratio=1                 device pixels for each CSS pixel
  --wait=SELECTOR           wait until this is visible
`;

const { values: options, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: "string", default: "target/site/demo" },
    address: { type: "string" },
    width: { type: "string", default: "1280,390" },
    theme: { type: "string", default: "light,dark" },
    lang: { type: "string", default: "sv-SE" },
    full: { type: "boolean", default: false },
    "forced-colors": { type: "boolean", default: false },
    print: { type: "boolean", default: false },
    "no-script": { type: "boolean", default: false },
    ratio: { type: "string", default: "1" },
    wait: { type: "string" },
  },
});

if (paths.length === 0) {
  console.error(usage);
  process.exit(2);
}

const folder = join(project, "target/look");
mkdirSync(folder, { recursive: true });
const site = options.address ? { address: options.address, stop() {} } : await serve(options.site);
const browser = await launch();
try {
  for (const path of paths) {
    for (const width of options.width.split(",").map(Number)) {
      for (const theme of options.theme.split(",")) await picture(path, width, theme);
    }
  }
} finally {
  await browser.close();
  await site.stop();
}

async function picture(path, width, theme) {
  const { page, context, complaints } = await open(browser, site.address, {
    width,
    height: width < 600 ? 844 : 800,
    theme,
    locale: options.lang,
    forcedColors: options["forced-colors"],
    javaScript: !options["no-script"],
    ratio: Number(options.ratio),
  });
  if (options.print) await page.emulateMedia({ media: "print" });
  await page.goto(path, { waitUntil: "networkidle" });
  if (options.wait) await page.locator(options.wait).first().waitFor({ state: "visible" });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const file = join(folder, `${name(path)}-${width}-${theme}${variant()}.png`);
  await page.screenshot({ path: file, fullPage: options.full });
  console.log(file);
  for (const complaint of complaints) console.error(`  ${complaint}`);
  await context.close();
}

/** A path as a file name: `/kommun/0180/?period=2024` becomes `kommun-0180-period-2024`. */
function name(path) {
  return path.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "start";
}

function variant() {
  const parts = [
    options.lang.startsWith("sv") ? "" : options.lang,
    options["forced-colors"] ? "forced" : "",
    options.print ? "print" : "",
    options["no-script"] ? "noscript" : "",
    options.full ? "full" : "",
  ];
  return parts.filter(Boolean).map((part) => `-${part}`).join("");
}
