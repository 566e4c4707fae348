// Keeps one person's agenda readable without a network. Reads only; whatever is sent goes to the network untouched.
// What is kept belongs to one person ("Agenda-Owner"): it is dropped when another signs in, and when nobody is.
const KEPT = "agenda";
const OWNER = new Request(new URL("owner", self.location));
const HOME = new URL("./", self.location).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === "navigate" && isKept(pathname)) event.respondWith(page(event));
  else if (pathname.startsWith("/static/")) event.respondWith(file(event));
});
self.addEventListener("message", (event) => event.waitUntil(keepAll(event.data)));

const isKept = (pathname) => pathname === HOME || pathname.startsWith(`${HOME}meetings/`);

async function page(event) {
  let response;
  try {
    response = await fetch(event.request);
  } catch {
    return (await keptPage(event.request)) ?? Response.error();
  }
  await keep(event.request.url, response.clone());
  return response;
}

// A page of its owner is kept; an agenda that leads to the sign-in page, or is nobody's, ends what was kept.
async function keep(url, response) {
  const owner = response.ok && response.headers.get("Agenda-Owner");
  if (owner) {
    if ((await keptOwner()) !== owner) await caches.delete(KEPT);
    const kept = await caches.open(KEPT);
    await kept.put(OWNER, new Response(owner));
    await kept.put(url, response);
  } else if (response.type === "opaqueredirect" || response.redirected || response.status === 404) {
    if (new URL(url).pathname === HOME) await caches.delete(KEPT);
  }
}

async function keptOwner() {
  const found = await caches.match(OWNER, { cacheName: KEPT });
  return found && found.text();
}

// The page as it was kept, saying so; what holds for that moment only is hidden.
async function keptPage(request) {
  const found = await caches.match(request, { cacheName: KEPT });
  if (!found) return undefined;
  const text = (await found.text()).replaceAll(" data-offline hidden", " data-offline");
  return new Response(text.replaceAll(" data-live", " data-live hidden"), { headers: found.headers });
}

async function file(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok && (await keptOwner())) {
      const kept = await caches.open(KEPT);
      await kept.put(event.request, response.clone());
    }
    return response;
  } catch {
    return (await caches.match(event.request, { cacheName: KEPT })) ?? Response.error();
  }
}

// Asked for by a page that was there before the worker: itself, and the files it has loaded.
async function keepAll({ page: url, files }) {
  await keep(url, await fetch(url, { credentials: "same-origin" }));
  if (!(await keptOwner())) return;
  const kept = await caches.open(KEPT);
  const ours = files.filter((each) => each.startsWith(`${self.location.origin}/static/`));
  await kept.addAll([...new Set(ours)]);
}
