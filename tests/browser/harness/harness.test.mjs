// The harness is itself held to what it promises: a page's faults reach the test, and a sound page passes.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { launch, open, visit } from "./browser.mjs";

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
const sound = `<!doctype html><html lang="sv"><title>Hel sida</title><link rel="icon" href="/empty.svg"><main><h1>Hel sida</h1></main></html>`;
const pages = {
  "/sound": sound,
  "/inline": sound.replace("</main>", `<script>document.title = "x"</script></main>`),
  "/styled": sound.replace("<h1>", `<h1 style="color: red">`),
  "/missing": sound.replace("</main>", `<img src="/nowhere.png" alt=""></main>`),
  "/throwing": sound.replace("</main>", `<script src="/throw.js"></script></main>`),
  "/leaving": sound.replace("</main>", `<script src="/leave.js"></script></main>`),
  "/nameless": sound.replace("</main>", `<button></button></main>`).replace(` lang="sv"`, ""),
};
const files = {
  "/throw.js": ["text/javascript", "throw new Error('a fault of its own')"],
  "/leave.js": ["text/javascript", "fetch('http://elsewhere.invalid/').catch(() => {})"],
  "/empty.svg": ["image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg"/>`],
};

let browser, server, address;
before(async () => {
  server = createServer((request, response) => {
    const [type, body] = pages[request.url] ? ["text/html; charset=utf-8", pages[request.url]] : (files[request.url] ?? []);
    const policied = request.url === "/leaving" ? {} : { "content-security-policy": policy };
    response.writeHead(body ? 200 : 404, { "content-type": type ?? "text/plain", ...policied }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function complaintsOf(path) {
  const { page, context, complaints } = await open(browser, address);
  await page.goto(path, { waitUntil: "networkidle" });
  await context.close();
  return complaints.join("\n");
}

test("a sound page is complained of by no one", async () => {
  assert.equal(await complaintsOf("/sound"), "");
});

for (const [path, complaint] of [
  ["/inline", /console: .*Content Security Policy/],
  ["/styled", /console: .*Content Security Policy/],
  ["/missing", /answer: .*nowhere\.png gave 404/],
  ["/throwing", /exception: Error: a fault of its own/],
  ["/leaving", /request: http:\/\/elsewhere\.invalid\/ leaves the site/],
]) {
  test(`the fault of ${path} is heard`, async () => {
    assert.match(await complaintsOf(path), complaint);
  });
}

/** What `visit` says after a test that opened `path`. */
async function verdict(path, expected) {
  let afterwards;
  const page = await visit({ after: (hook) => (afterwards = hook) }, browser, address, { expected });
  await page.goto(path, { waitUntil: "networkidle" });
  return afterwards();
}

test("a test fails on a complaint it did not expect, and on one it expected in vain", async () => {
  await verdict("/sound");
  await assert.rejects(verdict("/throwing"), /The page complained:\n {2}exception: Error: a fault of its own/);
  await verdict("/throwing", [/a fault of its own/]);
  await assert.rejects(verdict("/sound", [/a fault of its own/]), /expected to complain, and did not/);
});

test("a page that axe-core accepts passes, under the policy of the site too", async () => {
  const { page, context } = await open(browser, address);
  await page.goto("/sound");
  await accessible(page);
  await context.close();
});

test("what axe-core finds is named with rule and element", async () => {
  const { page, context } = await open(browser, address);
  await page.goto("/nameless");
  await assert.rejects(accessible(page), (error) => {
    assert.match(error.message, /button-name \(critical\)/);
    assert.match(error.message, /html-has-lang \(serious\)/);
    return true;
  });
  await context.close();
});
