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
