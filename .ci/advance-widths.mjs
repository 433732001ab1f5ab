// Prints how wide the face sets each character, in thousandths of an em at weights 400 and 600, as rows of a Rust
// table: `node .ci/advance-widths.mjs`. Chromium measures, since it is Chromium that sets the text.
import { readFileSync } from "node:fs";
import { launch } from "../tests/browser/harness/browser.mjs";

const folder = new URL("../tests/browser/node_modules/@fontsource-variable/source-sans-3/files/", import.meta.url);
// The site serves the Latin subset; the rest of Latin Extended-A is measured in its own subset of the same face.
const subsets = ["latin", "latin-ext"];
const codes = Array.from({ length: 0x180 - 0x20 }, (_, index) => index + 0x20);
const beyond = [..."\u202f\u2009–—−’”“‘„…•×≥≤±½≈→←↑↓€‰"].map((character) => character.codePointAt(0));

const wanted = [...new Set([...codes, ...beyond])].filter((code) => code < 0x7f || code > 0x9f).sort((a, b) => a - b);
const browser = await launch();
const page = await browser.newPage();
const rows = await page.evaluate(measured, {
  files: subsets.map((subset) => readFileSync(new URL(`source-sans-3-${subset}-wght-normal.woff2`, folder)).toString("base64")),
  wanted,
});
await browser.close();

const present = rows.filter((row) => row.widths);
for (const { code, widths } of present) {
  const shown = String.fromCodePoint(code).replace(/\s/u, " ");
  console.log(`    (0x${code.toString(16).padStart(4, "0")}, ${widths.join(", ")}), // ${shown}`.trimEnd());
}
const absent = rows.filter((row) => !row.widths).map(({ code }) => String.fromCodePoint(code));
console.log(`    // ${present.length} characters; the face has none of: ${absent.join(" ")}`);

/** Runs in the page: a character is the face's own if the width does not depend on what stands behind the face. */
async function measured({ files, wanted }) {
  const families = [];
  for (const [index, file] of files.entries()) {
    const face = new FontFace(`Subset${index}`, `url(data:font/woff2;base64,${file})`, { weight: "200 900" });
    document.fonts.add(await face.load());
    families.push(face.family);
  }
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.textRendering = "geometricPrecision";
  const width = (code, weight, behind) => {
    canvas.font = `${weight} 1000px ${[...families, behind].join(", ")}`;
    return Math.round(canvas.measureText(String.fromCodePoint(code)).width);
  };
  if (width(0x4e2d, 400, "Subset0") === 0) throw new Error("A missing character measures nothing; no face can be told apart.");
  return wanted.map((code) => {
    const own = ["monospace", "serif", "sans-serif"].every((behind) => width(code, 400, behind) === width(code, 400, "Subset0"));
    return { code, widths: own ? [width(code, 400, "Subset0"), width(code, 600, "Subset0")] : null };
  });
}
