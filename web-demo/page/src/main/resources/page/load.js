// Starts the program of the page as JavaScript, or as WasmGC if the address asks for it. Both come from the same Java.
const target = new URLSearchParams(location.search).get('target') === 'wasm' ? 'wasm' : 'js';
document.body.dataset.target = target;
document.querySelector(`nav a[href="?target=${target}"]`).setAttribute('aria-current', 'page');

const start = {
  js: async () => (await import('./app.js')).main([]),
  wasm: async () => {
    const { load } = await import('./wasm-runtime.js');
    (await load('./app.wasm')).exports.main([]);
  },
};

start[target]().catch((error) => {
  document.getElementById('summary').textContent = `This page could not be started: ${error.message}`;
});
