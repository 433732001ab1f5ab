// Frames in Firefox ESR, where it is installed: the other engine that newsrooms' readers have.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "./harness/site.mjs";

const firefox = "/usr/bin/firefox-esr";
const paths = ["/embed/line/arbetsloshet/01/", "/embed/map/arbetsloshet/", "/embed/summary/1480/", "/embed/ranking/?indicator=arbetsloshet&area=1480"];

test("Firefox ESR: figures take over and tell their height, with and without an origin", { skip: existsSync(firefox) ? false : "firefox-esr is not installed" }, async (t) => {
  const site = await serve("target/site/demo");
  t.after(() => site.stop());
  const frames = paths.flatMap((path) => ["", 'sandbox="allow-scripts"'].map((rights) => `<iframe ${rights} src="${site.address}${path}" title="Figur" width="100%" height="300" style="border:0"></iframe>`));
  const host = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(`<!doctype html><title>Artikel</title>${frames.join("")}<script src="${site.address}/embed.js"></script>`);
  });
  await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
  t.after(() => host.close());
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true });
  t.after(() => browser.close());
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.setViewport({ width: 700, height: 900 });
  await page.goto(`http://127.0.0.1:${host.address().port}/`);
  const figures = () => page.frames().slice(1);
  for (let tries = 0; tries < 120; tries += 1) {
    const taken = await Promise.all(figures().map((figure) => figure.evaluate(() => !document.documentElement.classList.contains("static"))));
    if (taken.length === frames.length && taken.every(Boolean)) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const own = await Promise.all(figures().map((figure) => figure.evaluate(() => ({
    taken: !document.documentElement.classList.contains("static"),
    height: Math.ceil(document.body.getBoundingClientRect().height),
    drawn: document.querySelectorAll(".chart, .map__canvas, .table").length,
  }))));
  const given = await page.evaluate(() => [...document.querySelectorAll("iframe")].map((frame) => Math.round(frame.getBoundingClientRect().height)));
  assert.deepEqual(faults, []);
  assert.equal(own.every(({ taken, drawn }) => taken && drawn > 0), true, JSON.stringify(own));
  assert.deepEqual(given, own.map(({ height }) => height));
});
