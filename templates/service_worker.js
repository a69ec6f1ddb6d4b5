// Keeps the empty page where families give. With a connection the page always comes from
// the house; only without one is the copy used. Nothing that a family wrote is kept here,
// and no page that is marked no-store. A new version of the house forgets the old copies.
const COPIES = "ankomst-{{ version }}";
const STATIC = "{{ static_url }}";
const ADAY = 24 * 60 * 60 * 1000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));
addEventListener("message", (event) => event.waitUntil(keep(event.data)));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(visit(request, pathname));
  else if (pathname.startsWith(STATIC)) event.respondWith(fromCopy(request));
});

async function forget() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("ankomst-") && name !== COPIES);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function keep({ page, used }) {
  const copies = await caches.open(COPIES);
  const known = await copies.match(page);
  const isFresh = known && Date.now() - Date.parse(known.headers.get("Date")) < ADAY;
  if (!isFresh) {
    const answer = await fetch(page, { credentials: "omit" });
    const isPrivate = /no-store/.test(answer.headers.get("Cache-Control"));
    if (!answer.ok || answer.redirected || isPrivate) return;
    await copies.put(page, answer);
  }
  const ours = used.filter((each) => each.startsWith(location.origin + STATIC));
  await Promise.all(
    ours.map(async (each) => (await copies.match(each)) ?? copies.add(each).catch(() => {})),
  );
}

async function fromCopy(request) {
  return (await (await caches.open(COPIES)).match(request)) ?? fetch(request);
}

async function visit(request, pathname) {
  try {
    return await fetch(request);
  } catch (trouble) {
    const copy = await (await caches.open(COPIES)).match(pathname);
    if (!copy) throw trouble;
    return renewed(copy);
  }
}

// The page's own key belongs to one contribution: a copy gets a new one.
async function renewed(copy) {
  const page = await copy.text();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  const old = page.match(/name="key" value="([\w-]+)"/)?.[1];
  const words = (old ? page.replaceAll(old, key) : page).replace("<html ", "<html data-kept ");
  const headers = new Headers(copy.headers);
  for (const name of ["Content-Length", "Content-Encoding"]) headers.delete(name);
  return new Response(words, { headers });
}
