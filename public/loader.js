// Starts the application: imports the glue named in this script's data attribute and hands it the WebAssembly file.
// A browser too old for either keeps the static page, which is complete without.
const { glue, wasm, when } = document.querySelector("script[data-glue]").dataset;
// A page that is complete without the program has the line for itself until it is seen.
const started = (when === "painted" ? painted() : Promise.resolve())
  .then(begin)
  .catch((error) => {
    document.documentElement.classList.add("no-program");
    console.warn(error);
  });

async function begin() {
  fetchEarly();
  const program = when === "painted" ? fetch(wasm) : wasm;
  // In a frame without an origin a script's own address is no base to resolve from.
  const app = await import(new URL(glue, document.baseURI).href);
  return app.default({ module_or_path: program });
}

// When something of the page is seen; a page in the background is not painted and does not wait.
function painted() {
  return new Promise((then) => {
    setTimeout(then, 3000);
    if (document.hidden || !PerformanceObserver.supportedEntryTypes?.includes("paint")) return then();
    new PerformanceObserver(then).observe({ type: "paint", buffered: true });
  });
}

// What the program will ask for first: on its way together with it, into the browser's cache. The fragment is the file's
// integrity, which the program asks with.
function fetchEarly() {
  // A frame without an origin of its own has no cache either: there everything would come twice.
  if (self.origin === "null") return;
  const named = (name) => document.querySelector(`meta[name=lagesbild-${name}]`)?.content ?? "";
  for (const address of [...named("first").split(" "), ...asked(named("asked"))].filter(Boolean)) {
    fetch(address.split("#")[0]).then((answer) => answer.arrayBuffer()).catch(() => undefined);
  }
}

// The same of what this address asks for. Each rule has its conditions, all to be met (`level=deso`; `view=` for none; `indicator` for
// any plain word) and the files, in which `{indicator}` stands for the address's own.
function asked(rules) {
  const query = new URLSearchParams(location.search);
  const meets = (condition) => {
    const [key, value] = condition.split("=");
    const own = query.get(key) ?? "";
    return value === undefined ? /^[\w-]+$/.test(own) : own === value;
  };
  const filled = (path) => path.replace(/\{(\w+)\}/, (_, key) => query.get(key));
  return rules
    .split(";")
    .map((rule) => rule.trim().split(" "))
    .filter(([conditions]) => conditions.split(",").every(meets))
    .flatMap(([, ...paths]) => paths.map(filled));
}

// The code at the foot of a printed page leads to the page that was opened, which may no longer be the one that is shown.
addEventListener("beforeprint", () => {
  for (const code of document.querySelectorAll("[data-page]")) code.hidden = code.dataset.page !== location.pathname;
});

// Keeps what is visited for reading without a connection. Not in frames: what others frame is theirs to keep, and a frame
// without an origin of its own may not even ask.
if (window.top === window && "serviceWorker" in navigator && !location.pathname.startsWith("/embed/")) {
  // After the page is there: keeping it must not take from showing it.
  const whenIdle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 1000));
  started.then(() => whenIdle(keep, { timeout: 4000 }));
}

async function keep() {
  try {
    await navigator.serviceWorker.register("/offline.js");
    const { active } = await navigator.serviceWorker.ready;
    // What was on its way when the worker took over has come by then, and is in the list.
    await new Promise((then) => setTimeout(then, 1000));
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    active.postMessage({ visited: [location.href.split("#")[0], ...loaded] });
  } catch (error) {
    console.warn(error);
  }
}
