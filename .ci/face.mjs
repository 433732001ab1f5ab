// Puts the face of the site where Trunk picks it up: `node .ci/face.mjs target/face/source-sans-3.woff2`.
// Source Sans 3 is under the SIL Open Font License 1.1, which asks that its licence goes with it.
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const target = process.argv[2];
if (!target) stop("face.mjs was called without a file to write, for instance target/face/source-sans-3.woff2.");

const face = fileURLToPath(new URL("../tests/browser/node_modules/@fontsource-variable/source-sans-3/", import.meta.url));
const { license } = JSON.parse(readFileSync(join(face, "package.json"), "utf8"));
if (license !== "OFL-1.1") stop(`The face is under '${license}'; expected is OFL-1.1, which allows us to serve it.`);

mkdirSync(dirname(target), { recursive: true });
copyFileSync(join(face, "files/source-sans-3-latin-wght-normal.woff2"), target);
copyFileSync(join(face, "LICENSE"), join(dirname(target), "LICENSE.txt"));

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
