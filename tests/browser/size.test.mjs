// The programs' bytes over the wire do not grow unnoticed.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { project } from "./harness/site.mjs";

/** Bytes of each WebAssembly file in brotli 11 when they were last looked at. Lower them when they become fewer. */
const RECORDED = {
  app: 355_823,
  "programs/start": 339_227,
  "programs/explore": 404_931,
  "programs/basket": 319_991,
  "embed/line": 198_374,
  "embed/charts": 242_937,
  "embed/map": 227_633,
  "embed/place": 257_852,
};

for (const [program, recorded] of Object.entries(RECORDED)) {
  test(`the WebAssembly file of ${program} is no more than 3 % larger than recorded`, () => {
    const folder = join(project, "target", program);
    const names = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
    assert.equal(names.length, 1);
    const bytes = brotliCompressSync(readFileSync(join(folder, names[0]))).length;
    console.log(`# ${bytes} bytes in brotli, ${recorded} recorded`);
    assert.equal(bytes > 10_000 && bytes <= recorded * 1.03, true, `${bytes} bytes in brotli, ${recorded} recorded`);
  });
}
