// Loads the compiled scenarios, as JavaScript or as WasmGC, and gives the test one function to call.
const target = new URLSearchParams(location.search).get('target');

async function exportsOf() {
  if (target === 'wasm') {
    const { load } = await import('./wasm-runtime.js');
    return (await load('./app.wasm')).exports;
  }
  return import('./app.js');
}

const suite = await exportsOf();
const MOST_MILLISECONDS = 20_000;

/** Plays a scenario frame by frame and answers with its trace. */
async function play(start, words) {
  start(...words);
  const end = performance.now() + MOST_MILLISECONDS;
  while (!suite.frame()) {
    if (performance.now() > end) {
      return suite.finish() + ' and so on without an end';
    }
    await new Promise((next) => setTimeout(next, 1));
  }
  return suite.finish();
}

/** Each takes the number of a scenario and the three ports. */
window.play = (...words) => play(suite.start, words);
window.playRequest = (...words) => play(suite.startRequest, words);
window.playConvenience = (...words) => play(suite.startConvenience, words);
document.body.dataset.ready = target;
