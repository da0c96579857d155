// The same start, for one file opened from a disk: nothing is fetched.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (markup) =>
    /<\/?(script|iframe|object|embed|base|meta|link)\b|[\s"'\/]on[a-z]+\s*=|javascript:|srcdoc/i.test(markup)
      ? null
      : markup,
});
const bytesOf = (name) =>
  Uint8Array.from(atob(document.getElementById('wasm-' + name).textContent.trim()), (letter) => letter.charCodeAt(0));
// A part that the site would fetch; hoisted, since the script above asks for it only later.
async function inPage(name) {
  return new Response(bytesOf(name), { headers: { 'content-type': 'application/wasm' } });
}
try {
  await __wbg_init({ module_or_path: bytesOf('recourse') });
} catch (why) {
  document.body.append('Recourse could not start in this browser: ' + why);
  throw why;
}
