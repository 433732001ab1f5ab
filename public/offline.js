// Keeps what a reader has visited, so that it opens without a connection: pages and the files of their edition together,
// one cache an edition, and the application's files in a cache of their own. What never changes is taken from the cache
// first; pages and current.json from the network first. Nothing is kept or answered for figures in other people's pages.
const APPLICATION = "application";
const EDITION = "edition-";
// Of the application's files those of two builds or so; of editions the newest and the one that may still be open.
const MOST_FILES = 40;
const MOST_EDITIONS = 2;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// What a page loaded before this program watched over it.
addEventListener("message", (event) => {
  const visited = Array.isArray(event.data?.visited) ? event.data.visited : [];
  event.waitUntil(Promise.all(visited.map((address) => fetched(new Request(address)).catch(() => undefined))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && request.method === "GET" && !request.headers.has("range");
  if (!isOurs || pathname.startsWith("/embed/") || kindOf(request) === "other") return;
  event.respondWith(answer(event));
});

async function answer({ request, clientId }) {
  const client = clientId ? await clients.get(clientId) : undefined;
  if (client && new URL(client.url).pathname.startsWith("/embed/")) return fetch(request);
  return fetched(request);
}

/** What a request is for: a page, a file of an edition, a file of the application that never changes or one that may. */
function kindOf(request) {
  const { pathname } = new URL(request.url);
  if (editionIn(pathname)) return "edition";
  if (pathname === "/data/current.json") return "current";
  if (pathname.endsWith("/")) return "page";
  if (/[-_.][0-9a-f]{12,}[-_.]/.test(pathname)) return "hashed";
  return /^\/(loader\.js|icon\.svg|face\/[^/]+\.woff2|data\/(changes|withdrawn)\.json)$/.test(pathname) ? "named" : "other";
}

async function fetched(request) {
  switch (kindOf(request)) {
    case "edition":
      return cacheFirst(request, EDITION + editionIn(new URL(request.url).pathname));
    case "hashed":
      return cacheFirst(request, APPLICATION);
    case "named":
      return networkFirst(request, () => APPLICATION);
    case "current":
      return networkFirst(request, async (response) => EDITION + (await response.json()).edition);
    case "page":
      return networkFirst(request, async (response) => {
        const edition = /<meta name="lagesbild-edition" content="([0-9a-f]+)"/.exec(await response.text());
        return edition && EDITION + edition[1];
      });
    default:
      return fetch(request);
  }
}

async function cacheFirst(request, name) {
  const kept = await caches.match(request, { cacheName: name, ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await keep(name, request, response.clone());
  return response;
}

async function networkFirst(request, nameOf) {
  try {
    const response = await fetch(request);
    if (response.status === 200) {
      const name = await nameOf(response.clone());
      if (name) await keep(name, request, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await newest(request);
    if (kept) return kept;
    if (kindOf(request) === "page") return unvisited(request, error);
    throw error;
  }
}

/** A page by its path: what its query shows, the program knows. */
async function newest(request) {
  const names = (await caches.keys()).reverse();
  for (const cacheName of names) {
    const kept = await caches.match(request, { cacheName, ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
  }
  return undefined;
}

/** The pages of each program, in both languages: in the frame of one of them it can show any other. */
const PROGRAMS = [
  /^\/(kommun|lan|omrade|omradestyper|indikator)\//, /^\/en\/(municipality|county|area|area-types|indicator)\//,
  /^\/(utforska|jamfor|granska)\//, /^\/en\/(explore|compare|verify)\//, /^\/(korg|en\/basket)\//,
];

/** A page that was not visited: its program may still have what it needs, in the frame of a page that was. */
async function unvisited(request, error) {
  const own = PROGRAMS.find((pages) => pages.test(new URL(request.url).pathname));
  for (const cacheName of own ? (await caches.keys()).reverse() : []) {
    const cache = await caches.open(cacheName);
    const kept = (await cache.keys()).find((page) => own.test(new URL(page.url).pathname));
    if (!kept) continue;
    // What stands in the frame is about another page.
    const html = (await (await cache.match(kept)).text()).replace(/<main[^]*<\/main>/, '<main class="main" id="main"></main>');
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
  }
  throw error;
}

async function keep(name, request, response) {
  const cache = await caches.open(name);
  const address = new URL(request.url);
  if (kindOf(request) === "page") address.search = "";
  address.hash = "";
  await cache.put(address.href, response);
  if (name === APPLICATION) {
    const kept = await cache.keys();
    await Promise.all(kept.slice(0, -MOST_FILES).map((old) => cache.delete(old)));
  } else {
    const editions = (await caches.keys()).filter((other) => other.startsWith(EDITION));
    await Promise.all(editions.slice(0, -MOST_EDITIONS).map((old) => caches.delete(old)));
  }
}

function editionIn(pathname) {
  return /^\/data\/([0-9a-f]{12})\/./.exec(pathname)?.[1];
}
