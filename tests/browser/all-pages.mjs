// Every page of a composed site, in both languages, through html-validate, on all cores but those asked to be left free:
// `node tests/browser/all-pages.mjs [--cores=2] [target/site/demo …]`. The sample of `make test` is in reading.test.mjs, by
// the same rules; this is for `make check-all`.
import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { HtmlValidate } from "html-validate";
import { rules } from "./harness/html.mjs";
import { project } from "./harness/site.mjs";

if (isMainThread) {
  const { values: options, positionals: sites } = parseArgs({
    allowPositionals: true,
    options: { cores: { type: "string", default: String(availableParallelism()) } },
  });
  for (const site of sites.length ? sites : ["target/site/demo"]) await validated(site, Number(options.cores));
} else {
  parentPort.postMessage(await faults(workerData.folder, workerData.pages));
}

async function validated(site, cores) {
  const started = performance.now();
  const folder = isAbsolute(site) ? site : join(project, site);
  const pages = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html") && !path.startsWith("data/"));
  const languages = { sv: 0, en: 0 };
  for (const path of pages) languages[/(^|\/)en\//.test(path) ? "en" : "sv"] += 1;
  // Each core takes every so many pages: the long ones lie together.
  const parts = Array.from({ length: cores }, (_, core) => pages.filter((_, position) => position % cores === core));
  const found = new Map();
  for (const part of await Promise.all(parts.map((part) => worked(folder, part)))) {
    for (const [kind, places] of part) found.set(kind, [...(found.get(kind) ?? []), ...places]);
  }
  for (const [kind, places] of found) console.error(`${kind}\n  on ${places.length} places, first ${places[0]}`);
  if (found.size || !languages.sv || !languages.en) process.exitCode = 1;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${site}: ${languages.sv} pages in Swedish, ${languages.en} in English, ${found.size} kinds of faults (${seconds} s)`);
}

function worked(folder, pages) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { folder, pages } });
    worker.once("message", resolve).once("error", reject);
  });
}

/** Where each kind of fault was found. */
async function faults(folder, pages) {
  const validator = new HtmlValidate(rules);
  const found = new Map();
  for (const path of pages) {
    const report = await validator.validateString(readFileSync(join(folder, path), "utf8"));
    for (const { messages } of report.results) {
      for (const { ruleId, line, column, message } of messages) {
        const kind = `${ruleId}: ${message}`;
        found.set(kind, [...(found.get(kind) ?? []), `${path} ${line}:${column}`]);
      }
    }
  }
  return found;
}
