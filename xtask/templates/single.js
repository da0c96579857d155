// The same start, for one file opened from a disk: nothing is fetched.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (markup) =>
    /<\/?(script|iframe|object|embed|base|meta|link)\b|[\s"'\/]on[a-z]+\s*=|javascript:|srcdoc/i.test(markup)
      ? null
      : markup,
});
try {
  const packed = document.getElementById('recourse-wasm').textContent.trim();
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  await __wbg_init({ module_or_path: bytes });
} catch (why) {
  document.body.append('Recourse could not start in this browser: ' + why);
  throw why;
}
