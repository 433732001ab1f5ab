// The programs' bytes over the wire do not grow unnoticed.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { project } from "./harness/site.mjs";

/** Bytes of each WebAssembly file in brotli 11 when they were last looked at. Lower them when they become fewer. */
const RECORDED = {
  app: 322_654,
  "programs/start": 319_518,
  "programs/explore": 377_798,
  "programs/basket": 288_941,
  "embed/line": 185_384,
  "embed/charts": 238_411,
  "embed/map": 218_941,
  "embed/place": 218_688,
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
