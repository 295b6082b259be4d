// A browser may show a page that the player has left once more, as it was. The game has ended its requests by then, so it starts anew.
addEventListener('pageshow', event => event.persisted && location.reload());

// Starts the game as JavaScript, or as WasmGC if the address asks for it. Both come from the same Java.
if (new URLSearchParams(location.search).get('target') === 'wasm') {
  const { load } = await import('./wasm-runtime.js');
  (await load('./app.wasm')).exports.main([]);
} else {
  (await import('./app.js')).main([]);
}
