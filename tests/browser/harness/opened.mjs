// What most files of tests begin with: a browser and a served site, which are there while their tests run.
import { after, before } from "node:test";
import { launch } from "./browser.mjs";
import { serve } from "./site.mjs";

/** Both, from before the first test of the block that is described until after its last: `browser` and `site`. */
export function opened(folder = "target/site/demo") {
  const at = {};
  before(async () => {
    [at.browser, at.site] = await Promise.all([launch(), serve(folder)]);
  });
  after(async () => {
    await at.browser?.close();
    await at.site?.stop();
  });
  return at;
}
