// Every page of a composed site through html-validate: `node tests/browser/all-pages.mjs [target/site/demo …]`. The sample
// of `make test` is in reading.test.mjs, by the same rules; this is for `make check-all`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { rules } from "./harness/html.mjs";
import { project } from "./harness/site.mjs";

const sites = process.argv.slice(2);
for (const site of sites.length ? sites : ["target/site/demo"]) await validate(join(project, site));

async function validate(site) {
  const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html") && !path.startsWith("data/"));
  const validator = new HtmlValidate(rules);
  const found = new Map();
  for (const path of pages) {
    const report = await validator.validateString(readFileSync(join(site, path), "utf8"));
    for (const { messages } of report.results) {
      for (const { ruleId, line, column, message } of messages) {
        const kind = `${ruleId}: ${message}`;
        found.set(kind, [...(found.get(kind) ?? []), `${path} ${line}:${column}`]);
      }
    }
  }
  for (const [kind, places] of found) console.error(`${kind}\n  on ${places.length} places, first ${places[0]}`);
  if (found.size) process.exitCode = 1;
  console.log(`${site}: ${pages.length} pages, ${found.size} kinds of faults`);
}
