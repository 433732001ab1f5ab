// A page walked through by the Tab key, as those do who use no pointer.
import axe from "axe-core";

const PATIENCE = 1000;

/**
 * Presses Tab from the page's beginning until it has gone around, and back by Shift and Tab for the last few steps.
 * Fails with a line for each place where the walk is not as it must be: everything that takes focus is reached, has a
 * name, lies in view under nothing else, shows a ring, and comes after the one before in the document; in one column
 * it also lies below it.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}  what was reached, in order, by name
 */
export async function walked(page) {
  await page.evaluate(axe.source);
  await page.evaluate(prepare);
  const faults = [];
  let steps = 0;
  for (; steps < PATIENCE; steps += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(step);
    if (found.is_around) break;
    faults.push(...found.faults);
  }
  if (steps === PATIENCE) faults.push(`after ${PATIENCE} steps the walk has not come to the end of the page`);
  const { names, lacking } = await page.evaluate(conclude);
  faults.push(...lacking);
  if (names.length === 0) faults.push("nothing on the page takes focus");
  if (faults.length) {
    const shown = faults.slice(0, 12).map((fault) => `  ${fault}`);
    const more = faults.length > shown.length ? [`  and ${faults.length - shown.length} more`] : [];
    throw new Error(`${page.url()} cannot be walked through by keyboard as it must:\n${[...shown, ...more].join("\n")}`);
  }
  return names;
}

/** Runs in the page: from its beginning, with nothing reached. */
function prepare() {
  document.activeElement?.blur?.();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  globalThis.walk = { reached: [], top: 0, right: 0 };
}

/** Runs in the page: what has focus now, and what is wrong with it. */
async function step() {
  const { walk } = globalThis;
  const element = document.activeElement;
  if (!element || element === document.body || element === walk.reached[0]) return { is_around: true, faults: [] };
  await settled(element);
  const faults = [];
  const fault = (what) => faults.push(`${described(element)} ${what}`);
  const before = walk.reached.at(-1);
  if (walk.reached.includes(element)) fault("is reached twice: the focus is trapped");
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) fault(`comes before ${described(before)} in the document`);
  walk.reached.push(element);

  // A control that is itself unseen is seen as its label.
  const seen = [element, ...(element.matches("input") ? [element.labels?.[0], element.nextElementSibling] : [])].filter(Boolean);
  const ringed = seen.some((one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  if (!ringed) fault("shows no ring");
  // A link in running text may go over the end of a line: then it is several boxes.
  const box = seen.flatMap((one) => [...one.getClientRects()]).find((box) => box.width > 4 && box.height > 4);
  if (!box) {
    fault("has no extent");
  } else {
    const { left, right, top, bottom } = inView(box);
    const middle = [(left + right) / 2, (top + bottom) / 2];
    // Of what is in sight in part, browsers leave the rest where it is.
    if (right - left < 1 || bottom - top < 1) fault(`lies out of view: ${[box.left, box.top, box.width, box.height].map(Math.round)}`);
    else if (![0.5, 0.1, 0.9].some((part) => shows(left + (right - left) * part, top + (bottom - top) * part))) fault(`is covered by ${described(document.elementFromPoint(...middle))}`);
    // On a small screen the order of reading is downwards, but for a list's next column; what stays in place while the page
    // scrolls has no place in it.
    const is_fixed = fixed(element);
    const y = box.top + scrollY;
    if (innerWidth < 400 && !is_fixed && before && box.left < walk.right && y + box.height < walk.top - 4 && !beside(before, element)) fault(`lies ${Math.round(walk.top - y - box.height)} px above ${described(before)}`);
    if (!is_fixed) [walk.top, walk.right] = [y, box.right];
  }
  return { is_around: false, faults };

  /** What lies outside the view is scrolled to, and what is far below is laid out, in the next frames. */
  async function settled(element) {
    const place = () => {
      const { x, y } = element.getBoundingClientRect();
      return `${x} ${y}`;
    };
    for (let frames = 0, last = null; frames < 60 && place() !== last; frames += 1) {
      last = place();
      await new Promise((done) => requestAnimationFrame(done));
    }
  }

  /** What the window, and boxes around that scroll by themselves, leave of a box. */
  function inView({ left, right, top, bottom }) {
    const seen = { left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) };
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === "visible") continue;
      const edge = at.getBoundingClientRect();
      seen.left = Math.max(seen.left, edge.left);
      seen.right = Math.min(seen.right, edge.right);
      seen.top = Math.max(seen.top, edge.top);
      seen.bottom = Math.min(seen.bottom, edge.bottom);
    }
    return seen;
  }

  function shows(x, y) {
    const top = document.elementFromPoint(x, y);
    return top !== null && seen.some((one) => one.contains(top) || top.contains(one) && top.tagName === "LABEL");
  }

  function fixed(one) {
    for (let at = one; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
    return false;
  }

  /** Whether two are parts of one picture, where an order of their own is right, of a box that scrolls by itself, or of the
   * head of the page, whose menu comes first to those who listen. */
  function beside(one, other) {
    const own = (element) => element.closest("svg, .map, .table-box, .header, [role=grid], [role=toolbar]");
    return own(one) !== null && own(one) === own(other);
  }

  function described(one) {
    if (!one) return "nothing";
    const id = one.id ? `#${one.id}` : "";
    const name = (one.getAttribute?.("aria-label") ?? one.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${one.tagName.toLowerCase()}${id}${[...(one.classList ?? [])].map((name) => `.${name}`).join("")} ${name}>`;
  }
}

/** Runs in the page: the names of what was reached, and what was not reached or has none. */
function conclude() {
  const { reached } = globalThis.walk;
  const lacking = [];
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], iframe");
  const groups = new Set(reached.map((element) => group(element)).filter(Boolean));
  for (const element of all) {
    const is_open = element.tabIndex >= 0 && !element.matches(":disabled") && !element.closest("[inert]") && element.checkVisibility({ visibilityProperty: true });
    if (is_open && !reached.includes(element) && !groups.has(group(element))) lacking.push(`${element.outerHTML.slice(0, 120)} takes focus and is not reached`);
    if (element.tabIndex > 0) lacking.push(`${element.outerHTML.slice(0, 120)} has an order of its own`);
  }
  globalThis.axe.setup();
  const names = reached.map((element) => globalThis.axe.commons.text.accessibleText(element).trim());
  globalThis.axe.teardown();
  names.forEach((name, position) => name || lacking.push(`${reached[position].outerHTML.slice(0, 120)} has no name`));
  return { names, lacking };

  /** Of radio buttons that belong together one is reached, and the others from it by arrows. */
  function group(element) {
    return element.type === "radio" && element.name ? `${element.form?.id ?? ""} ${element.name}` : null;
  }
}
