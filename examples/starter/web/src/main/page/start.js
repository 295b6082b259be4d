// index.html starts the game as JavaScript, index.html?wasm as WebAssembly. Both are the same Java.
if (location.search === '?wasm') {
  const { load } = await import('./wasm-runtime.js');
  (await load('./game.wasm')).exports.main([]);
} else {
  (await import('./game.js')).main([]);
}
