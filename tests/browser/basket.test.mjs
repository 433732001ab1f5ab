// The basket: figures taken along from page to page in the address, in the reader's order, with notes, as a report.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { accessible } from "./harness/axe.mjs";
import { visit } from "./harness/browser.mjs";
import { taken } from "./harness/editions.mjs";
import { opened } from "./harness/opened.mjs";

const TWO = "/korg/?figure=view:line;indicator:arbetsloshet;area:1480&figure=view:ranking;indicator:hyresratt;level:county";

describe("the basket", () => {
  const at = opened();

  test("a figure is taken along from a place to the explorer and to the basket", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.goto("/kommun/1480-goteborg/");
    await taken(page);
    await page.locator("#about-arbetsloshet summary").first().click();
    await page.locator("#about-arbetsloshet").getByRole("button", { name: "Ta med i korgen" }).first().click();
    await page.getByRole("link", { name: "Korg (1)" }).waitFor();
    // To a page of another program, with what is in the basket.
    await page.getByRole("link", { name: "Utforska", exact: true }).first().click();
    await page.waitForURL(/\/utforska\/\?figure=/);
    await taken(page);
    await page.getByRole("button", { name: "Ta med i korgen" }).first().click();
    await page.getByRole("link", { name: "Korg (2)" }).click();
    await page.waitForURL(/\/korg\/\?figure=.*&figure=/);
    await taken(page);
    assert.equal(await page.locator(".basket__figure").count(), 2);
    await page.locator(".basket__figure").first().getByText("Göteborg").first().waitFor();
  });

  test("figures are moved and removed by buttons, which keep the focus and are announced", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.goto(TWO);
    await taken(page);
    await page.locator(".basket__figure .chart").nth(1).waitFor();
    await accessible(page);
    const first = () => page.locator(".basket__figure").first().getAttribute("aria-label");
    const before = await first();
    await page.getByRole("button", { name: /^Flytta ner: Arbetslöshet/ }).focus();
    await page.keyboard.press("Enter");
    await page.locator("[role=status]", { hasText: "är nu nummer 2 av 2" }).waitFor();
    assert.notEqual(await first(), before);
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Flytta upp: Arbetslöshet/);
    await page.getByRole("button", { name: /^Ta bort: Arbetslöshet/ }).click();
    assert.equal(await page.locator(".basket__figure").count(), 1);
    await page.waitForURL((url) => url.searchParams.getAll("figure").length === 1);
  });

  test("a note goes with the address and stands on paper in place of its field", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.goto(TWO);
    await taken(page);
    await page.getByLabel(/^Egen anteckning till Arbetslöshet/).fill("Se budgeten; sida 3");
    await page.waitForURL(/note:/);
    await page.reload();
    await taken(page);
    assert.equal(await page.locator("textarea").first().inputValue(), "Se budgeten; sida 3");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".basket__note").first().isVisible(), true);
    assert.equal(await page.locator("textarea").first().isVisible(), false);
    assert.equal(await page.locator(".basket__buttons").first().isVisible(), false);
    assert.equal(await page.locator(".figure__source:visible").count(), 2);
  });

  test("a saved basket opens again, and another file is told from it", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.goto(TWO);
    await taken(page);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Spara korgen som fil" }).click();
    const file = await (await coming).path();
    assert.match(readFileSync(file, "utf8"), /^\/korg\/\?figure=/);
    await page.goto("/korg/");
    await taken(page);
    await page.getByText("Korgen är tom").waitFor();
    const saved = { name: "korg.txt", mimeType: "text/plain", buffer: readFileSync(file) };
    await page.locator("input[type=file]").setInputFiles({ ...saved, buffer: Buffer.from("inget") });
    await page.getByText("Filen är ingen sparad korg").waitFor();
    await page.locator("input[type=file]").setInputFiles(saved);
    await page.locator(".basket__figure").nth(1).waitFor();
  });

  test("weights and group of those alike stand in the address", async (t) => {
    const page = await visit(t, at.browser, at.site.address);
    await page.goto("/jamfor/?area=1480&weights=arbetsloshet.0&among=universitetsorter");
    await taken(page);
    const weight = page.getByLabel(/^Vikt för Arbetslöshet/);
    assert.equal(await weight.inputValue(), "0");
    assert.equal(await page.getByLabel("Sök bland").inputValue(), "universitetsorter");
    await weight.selectOption("2");
    await page.waitForURL((url) => !url.searchParams.has("weights"));
  });
});
