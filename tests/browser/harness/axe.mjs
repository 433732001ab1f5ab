// axe-core on a page as it stands, against the rules of WCAG 2.2 AA, and for headings without gaps in their ranks.
import axe from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails with one readable paragraph for each rule that the page breaks.
 * @param {import("playwright-core").Page} page
 * @param {{within?: string, except?: string[]}} where  a selector to look within, and selectors to leave out
 */
export async function accessible(page, { within, except = [] } = {}) {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    ({ context, tags }) => globalThis.axe.run(context, { runOnly: tags, rules: { "heading-order": { enabled: true } }, resultTypes: ["violations", "passes"] }),
    { context: { include: [[within ?? "html"]], exclude: except.map((selector) => [selector]) }, tags },
  );
  if (passes.length === 0) throw new Error(`axe-core found nothing to judge on ${page.url()} within ${within ?? "html"}.`);
  if (violations.length) throw new Error(`${page.url()} breaks WCAG 2.2 AA:\n${violations.map(paragraph).join("\n")}`);
}

function paragraph({ id, impact, help, nodes }) {
  const shown = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}: ${reason(node)}`);
  const more = nodes.length > shown.length ? [`    and ${nodes.length - shown.length} more`] : [];
  return [`  ${id} (${impact}): ${help}`, ...shown, ...more].join("\n");
}

/** What axe-core says about one element, without its introduction, on one line. */
function reason(node) {
  return node.failureSummary.replace(/^Fix \w+ of the following:\s*/, "").replace(/\s*\n\s*/g, "; ");
}
