// Starts the game as JavaScript, or as WasmGC if the address asks for it. Both come from the same Java.
if (new URLSearchParams(location.search).get('target') === 'wasm') {
  const { load } = await import('./wasm-runtime.js');
  (await load('./app.wasm')).exports.main([]);
} else {
  (await import('./app.js')).main([]);
}
