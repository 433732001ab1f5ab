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
            assert.equal(dataset.n, dataset.Dimension("area").length * dataset.Dimension("period").length);
            for (const area of dataset.Dimension("area").id.slice(0, 30)) {
              for (const period of dataset.Dimension("period").id) {
                const cell = dataset.Data({ area, period });
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
