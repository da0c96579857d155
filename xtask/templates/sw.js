// Keeps one whole version of the page in the browser. See docs/offline.md.
const VERSION = '{{version}}';
const FILES = {{files}};
const CACHE = 'recourse-' + VERSION;

// All files or none: a file that does not have its hash fails the installation,
// and the version before goes on working.
const fetched = async (cache, [path, integrity]) => {
  // The page itself keeps its name from version to version, so it is asked for anew. All others are
  // named by what is in them: what the visit has fetched already need not travel twice.
  const mode = path === './' ? 'reload' : 'default';
  const answer = await fetch(new Request(path, { cache: mode, integrity }));
  if (!answer.ok) throw new Error(path + ': ' + answer.status);
  await cache.put(path, answer);
};

addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => Promise.all(FILES.map((file) => fetched(cache, file)))),
  );
});

addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('recourse-') && name !== CACHE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))),
  );
});

// Only by consent: two versions must not write to one journal.
addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const scope = new URL(registration.scope);
  if (request.method !== 'GET' || url.origin !== scope.origin) return;
  const isPage = url.pathname === scope.pathname || url.pathname === scope.pathname + 'index.html';
  if (request.mode === 'navigate' && !isPage) return;
  const key = isPage ? './' : request;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(key, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(request)),
  );
});
