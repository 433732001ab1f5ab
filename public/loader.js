// Starts the application: imports the glue named in this script's data attribute and hands it the WebAssembly file.
// A browser too old for either keeps the static page, which is complete without.
const { glue, wasm } = document.querySelector("script[data-glue]").dataset;
import(glue)
  .then((app) => app.default({ module_or_path: wasm }))
  .catch((error) => {
    document.documentElement.classList.add("no-program");
    console.warn(error);
  });
