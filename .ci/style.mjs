// One sheet from the parts: `node .ci/style.mjs style/all.css target/style/all.css`. Trunk copies a sheet as it
// is, and a browser fetches each @import only after the sheet that names it; comments are for us, not for readers.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const [source, target] = process.argv.slice(2);
if (!target) stop("style.mjs takes the sheet to read and the sheet to write: style/all.css target/style/all.css.");

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, whole(source));

/** A sheet with its own imports in their places, in the order of the cascade. */
function whole(file, through = []) {
  if (through.includes(file)) stop(`${file} imports itself, by way of ${through.map((path) => basename(path)).join(", ")}.`);
  if (!existsSync(file)) stop(`${through.at(-1) ?? "The call"} names the sheet ${file}, which is not here.`);
  const sheet = withoutComments(readFileSync(file, "utf8"));
  const joined = sheet.replace(/^@import "([^"]+)";$/gm, (_, part) => whole(join(dirname(file), part), [...through, file]));
  const left = joined.match(/@import[^;]*/)?.[0];
  if (left) stop(`${file} has '${left}'; the only form that is joined is @import "file.css"; on a line of its own.`);
  return joined;
}

function withoutComments(sheet) {
  const lines = sheet.replace(/\/\*[^]*?\*\//g, "").split("\n");
  return `${lines.map((line) => line.trim()).filter(Boolean).join("\n")}\n`;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
