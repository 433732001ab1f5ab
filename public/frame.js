// In a frame: the flags of the address before anything is painted, and the talk with the page around it. It tells the
// frame's height by the five conventions that hosts listen for, with and without a program beside it. It stores nothing
// and takes nothing from the host but the question how high it is.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  for (const flag of ["plain", "static", "transparent", "fitchart"]) {
    if (["", "1", "true", "on"].includes(query.get(flag))) root.classList.add(`framed--${flag}`);
  }
  const dark = { true: "dark", 1: "dark", false: "light", 0: "light" }[query.get("dark")];
  const theme = query.get("theme") ?? dark;
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  // A page that reads its query is served in one language.
  if (query.get("lang") === "en" && /^\/embed\/[\w-]+\/$/.test(location.pathname)) root.lang = "en";
  // Without a program the way out leads to what was asked for.
  document.addEventListener("DOMContentLoaded", () => {
    const whole = document.querySelector("a[data-whole]");
    if (whole) whole.search = [whole.search.slice(1), location.search.slice(1)].filter(Boolean).join("&");
  });
  if (window.parent === window) return;

  const id = location.pathname.split("/").filter(Boolean).slice(1).join("-");
  const pym = query.get("childId");
  const secret = location.hash.match(/^#\?secret=([A-Za-z0-9]{10})(?:&|$)/)?.[1];
  const post = (message) => window.parent.postMessage(message, "*");
  let told;

  function tell(asked) {
    // A figure that fills its frame has the height that the host gave it.
    if (!document.body || root.classList.contains("framed--fitchart")) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!height || (height === told && !asked)) return;
    told = height;
    post({ "datawrapper-height": { [id]: height } });
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (secret) post({ message: "height", value: height, secret });
  }

  addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || !data) return;
    const asks =
      (data.sentinel === "amp" && data.type === "frames-init") ||
      (data.message === "ready" && secret && data.secret === secret) ||
      (pym && typeof data === "string" && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`));
    if (asks) tell(true);
  });
  document.addEventListener("lagesbild:event", ({ detail }) => {
    const { name, area } = JSON.parse(detail);
    post({ type: "lagesbild:event", version: 1, id, name, detail: { area } });
  });
  document.addEventListener("DOMContentLoaded", () => {
    new ResizeObserver(() => tell(false)).observe(document.body);
    tell(false);
  });
  addEventListener("load", () => tell(false));
})();
