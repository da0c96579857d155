// Starts the page: the policy for markup first, then the wasm, then the service worker.

// Asked for first, since it takes longest. A file other than the one built is refused.
const wasm = fetch('./{{wasm}}', { integrity: '{{integrity}}' });

const here = new URL('./', document.baseURI).href;

// The page's templates are markup known when it was built; markup that could run code is refused.
const runs = /<\/?(script|iframe|object|embed|base|meta|link)\b|[\s"'\/]on[a-z]+\s*=|javascript:|srcdoc/i;
// What may run beside the page: the keeper of its files, and the reader of the reseller's files.
const scripts = ['sw.js', '{{reader}}'].map((name) => here + name);
document.documentElement.dataset.reader = './{{reader}}';
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (markup) => (runs.test(markup) ? null : markup),
  createScriptURL: (url) => (scripts.includes(new URL(url, here).href) ? url : null),
});

try {
  const { default: init } = await import('./{{glue}}');
  await init({ module_or_path: wasm });
} catch (why) {
  document.body.append('Recourse could not start in this browser: ' + why);
  throw why;
}

// See docs/offline.md for the two events.
if ('serviceWorker' in navigator && location.protocol.startsWith('http')) {
  const workers = navigator.serviceWorker;
  const registration = await workers.register('sw.js', { updateViaCache: 'none' });
  const ready = () => {
    document.documentElement.dataset.update = 'ready';
    dispatchEvent(new CustomEvent('recourse-update-ready'));
  };
  if (registration.waiting && workers.controller) ready();
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed' && workers.controller) ready();
    });
  });
  let accepted = false;
  addEventListener('recourse-update-accept', () => {
    accepted = true;
    registration.waiting?.postMessage('skip-waiting');
  });
  workers.addEventListener('controllerchange', () => {
    if (accepted) location.reload();
  });
}
