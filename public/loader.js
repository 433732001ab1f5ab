// Starts the application: imports the glue named in this script's data attribute and hands it the WebAssembly file.
// A browser too old for either keeps the static page, which is complete without.
const { glue, wasm } = document.querySelector("script[data-glue]").dataset;
// In a frame without an origin a script's own address is no base to resolve from.
import(new URL(glue, document.baseURI).href)
  .then((app) => app.default({ module_or_path: wasm }))
  .catch((error) => {
    document.documentElement.classList.add("no-program");
    console.warn(error);
  });

// Keeps what is visited for reading without a connection. Not in frames: what others frame is theirs to keep, and a frame
// without an origin of its own may not even ask.
if (window.top === window && "serviceWorker" in navigator && !location.pathname.startsWith("/embed/")) {
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register("/offline.js");
      const { active } = await navigator.serviceWorker.ready;
      const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
      active.postMessage({ visited: [location.href.split("#")[0], ...loaded] });
    } catch (error) {
      console.warn(error);
    }
  });
}
