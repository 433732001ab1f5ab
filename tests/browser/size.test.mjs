// The application's bytes over the wire do not grow unnoticed.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { project } from "./harness/site.mjs";

/** Bytes of the WebAssembly file in brotli 11 when they were last looked at. Lower it when they become fewer. */
const RECORDED = 345_402;

test("the WebAssembly file is no more than 3 % larger than recorded", () => {
  const folder = join(project, "target/app");
  const names = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
  assert.equal(names.length, 1);
  const bytes = brotliCompressSync(readFileSync(join(folder, names[0]))).length;
  console.log(`# ${bytes} bytes in brotli, ${RECORDED} recorded`);
  assert.equal(bytes > 10_000 && bytes <= RECORDED * 1.03, true, `${bytes} bytes in brotli, ${RECORDED} recorded`);
});
