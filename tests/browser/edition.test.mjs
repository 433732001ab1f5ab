// The edition's files read by a tool that is not ours.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import JSONstat from "jsonstat-toolkit";
import { editions } from "./harness/editions.mjs";
import { project } from "./harness/site.mjs";

for (const edition of editions) {
  const data = join(project, `target/site/${edition}/data`);
  const { edition: id } = JSON.parse(readFileSync(join(data, "current.json"), "utf8"));
  const folder = join(data, id, "indicator");

  describe(`JSON-stat of the ${edition} edition`, () => {
    for (const slug of readdirSync(folder)) {
      test(slug, () => {
        for (const level of readdirSync(join(folder, slug)).filter((name) => !name.endsWith(".json"))) {
          for (const file of readdirSync(join(folder, slug, level))) {
            const text = readFileSync(join(folder, slug, level, file), "utf8");
            const dataset = JSONstat(JSON.parse(text));
            assert.equal(dataset.class, "dataset", `${slug}/${level}/${file}`);
            const { metric, geo, time } = dataset.role;
            assert.deepEqual({ metric, geo, time }, { metric: ["indicator"], geo: ["area"], time: ["period"] });
            // A breakdown's file has one dimension more.
            const others = dataset.id.filter((name) => !["indicator", "area", "period"].includes(name));
            assert.equal(others.length, /^by-/.test(file) ? 1 : 0, `${slug}/${level}/${file}`);
            assert.equal(dataset.n, dataset.size.reduce((all, size) => all * size, 1));
            assert.equal(dataset.value.length, dataset.n);
            const categories = others.map((name) => [name, dataset.Dimension(name).id.at(-1)]);
            for (const area of dataset.Dimension("area").id.slice(0, 30)) {
              for (const period of dataset.Dimension("period").id) {
                const cell = dataset.Data({ area, period, ...Object.fromEntries(categories) });
                const is_absent = /[cmz]/.test(cell.status ?? "");
                assert.equal(cell.value === null, is_absent, `${slug} ${area} ${period}: ${cell.value} with status ${cell.status}`);
              }
            }
          }
        }
      });
    }
  });
}
