// Puts a page with its program, its data and its pictures into one file that opens from a disk without a network. Loaded
// when a reader asks for it; the button that asks holds the words.
const button = document.querySelector("button[data-whole]");
const status = document.querySelector("[data-whole-status]");

const bytesOf = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};
const textOf = async (address) => new TextDecoder().decode(await bytesOf(address));

/** Base 64 in pieces, because an argument list has an end. */
function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** As it may stand inside a script element. */
const asScript = (text) => text.replaceAll("</script", "<\\/script");

/** What runs first in the file: answers what the program fetches from what the file holds, and follows links to the site. */
function first(files, origin) {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  globalThis.bytesOf = bytes;
  globalThis.fetch = async (request) => {
    const { pathname } = new URL(request.url ?? request, "https://file/");
    if (!(pathname in files)) throw new TypeError(`the file holds no ${pathname}`);
    return new Response(bytes(files[pathname]));
  };
  addEventListener("click", (event) => {
    const href = event.target.closest?.("a[href]")?.getAttribute("href");
    if (!href?.startsWith("/")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open(origin + href, "_blank", "noopener");
  }, true);
}

async function whole() {
  const page = new DOMParser().parseFromString(await textOf(location.pathname), "text/html");
  const { glue, wasm } = page.querySelector("script[data-glue]").dataset;
  const base = page.querySelector("meta[name=lagesbild-data]").content;
  // The page knows best what it needed.
  const loaded = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
  const data = new Set(loaded.filter((url) => url.origin === location.origin && url.pathname.startsWith(base))
    .map((url) => url.pathname));
  const files = {};
  await Promise.all([...data].map(async (path) => { files[path] = base64(await bytesOf(path)); }));
  let style = await textOf(page.querySelector("link[rel=stylesheet]").getAttribute("href"));
  for (const [, face] of [...style.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)]) {
    style = style.replaceAll(face, `data:font/woff2;base64,${base64(await bytesOf(face))}`);
  }
  const [program, code] = [await textOf(glue), base64(await bytesOf(wasm))];

  for (const gone of page.querySelectorAll("script, link:not([rel=canonical])")) gone.remove();
  for (const link of page.querySelectorAll('a[href^="/"]')) link.setAttribute("href", location.origin + link.getAttribute("href"));
  const held = `(${first})(${JSON.stringify(files)}, ${JSON.stringify(location.origin)});`;
  const start = `${program}\n__wbg_init({ module_or_path: bytesOf("${code}") });`;
  const head = `<meta name="lagesbild-address" content="${location.pathname}"><style>${style}</style></head>`;
  const body = `<script>${asScript(held)}</script><script type="module">${asScript(start)}</script></body>`;
  // As text: this page's own security policy would not let a style element be made.
  const html = page.documentElement.outerHTML.replace("</head>", () => head).replace("</body>", () => body);
  return `<!DOCTYPE html>\n${html}`;
}

try {
  status.textContent = button.dataset.busy;
  const file = new Blob([await whole()], { type: "text/html" });
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(file),
    download: `${location.pathname.split("/").at(-2)}.html`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  status.textContent = "";
} catch (error) {
  console.warn(error);
  status.textContent = button.dataset.failed;
}
