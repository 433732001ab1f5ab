// A composed site on a free port of this machine, served by the command that is published with it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { patience } from "./patience.mjs";

/** The top folder of the project. */
export const project = fileURLToPath(new URL("../../../", import.meta.url));

const command = join(project, "target/debug/lagesbild");

/**
 * Serves a folder, by default the demonstration, until `stop` is called.
 * @param {string} folder  relative to the project, or absolute
 * @returns {Promise<{address: string, stop: () => Promise<void>}>}  the address without a closing slash
 */
export async function serve(folder = "target/site/demo") {
  const absolute = join(folder.startsWith("/") ? "" : project, folder);
  if (!existsSync(join(absolute, "index.html"))) {
    throw new Error(`There is no site in ${folder}: 'make site' composes the demonstration, 'make site EDITION=real' the real one.`);
  }
  if (!existsSync(command)) throw new Error(`The command ${command} is not built: 'make site' builds it.`);

  const server = spawn(command, ["serve", absolute, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise((resolve) => server.once("exit", resolve));
  const kill = () => server.kill();
  process.once("exit", kill);
  const stop = async () => {
    process.removeListener("exit", kill);
    kill();
    await gone;
  };
  try {
    return { address: await announced(server, folder), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first address that the server prints. */
function announced(server, folder) {
  let said = "";
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail(`printed no address within ${patience / 1000} s`), patience);
    const fail = (what) => {
      clearTimeout(late);
      reject(new Error(`Serving ${folder} failed: the command ${what}. It said: ${said.trim() || "nothing"}`));
    };
    const listen = (chunk) => {
      said += chunk;
      const address = said.match(/https?:\/\/[\w.\[\]:-]+:\d+/)?.[0];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("error", (error) => fail(`could not be started (${error.message})`));
    server.once("exit", (code) => fail(`ended with code ${code}`));
  });
}
