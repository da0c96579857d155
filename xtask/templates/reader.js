// Reads files beside the page: the same program, which sees that it has no window and waits for a job.
// A text other than `ready` is the reason why it cannot go on.
addEventListener('unhandledrejection', (event) => postMessage(String(event.reason)));
try {
  const wasm = fetch('./{{wasm}}', { integrity: '{{integrity}}' });
  const { default: init } = await import('./{{glue}}');
  await init({ module_or_path: wasm });
} catch (why) {
  postMessage(String(why));
}
