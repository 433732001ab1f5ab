// A page as those have it who have a slow connection, with the bytes of everything that came, and medians of several runs.

/**
 * A page in a fresh context at 1.6 Mbit/s and 150 ms, with nothing kept from before, on a processor that is `slower` times slower.
 * @param {import("playwright-core").Browser} browser
 * @param {{width: number, height: number}} viewport
 * @param {number} slower
 * @returns {Promise<{page: import("playwright-core").Page, sizes: Map<string, {url: string, bytes: number}>}>}
 */
export async function slowPage(browser, viewport, slower) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const sizes = new Map();
  session.on("Network.responseReceived", ({ requestId, response }) => sizes.set(requestId, { url: response.url, bytes: 0 }));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (sizes.has(requestId)) sizes.get(requestId).bytes = encodedDataLength;
  });
  return { page, sizes };
}

/** Whether a file is of the program or fetched by it, and not of the page that is there before. */
export function isOfProgram({ url }) {
  return /\.wasm$|-[0-9a-f]{12,}\.js$|\/data\//.test(url);
}

/** All bytes of some files. */
export function bytesOf(files) {
  return files.reduce((bytes, file) => bytes + file.bytes, 0);
}

/**
 * What is measured `runs` times after a first time that only has the server compress, as a host has it ready.
 * @returns {Promise<Record<string, number>>}  the median of each number
 */
export async function medians(runs, measure) {
  await measure();
  const found = [];
  for (let run = 0; run < runs; run += 1) found.push(await measure());
  return Object.fromEntries(Object.keys(found[0]).map((name) => [name, median(found.map((numbers) => numbers[name]))]));
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
