// Loads a compiled program, as JavaScript or as WasmGC: the scenarios, for which there are functions for the test to call, or the one in "app".
const parameters = new URLSearchParams(location.search);
const target = parameters.get('target');
const app = parameters.get('app') ?? 'app';

async function exportsOf() {
  if (target === 'wasm') {
    const { load } = await import('./wasm-runtime.js');
    return (await load(`./${app}.wasm`)).exports;
  }
  return import(`./${app}.js`);
}

const suite = await exportsOf();
window.suite = suite;
const MOST_MILLISECONDS = 20_000;

/** Calls a function once a frame until it is true; false if that takes too long. */
async function frames(frame) {
  const end = performance.now() + MOST_MILLISECONDS;
  while (!frame()) {
    if (performance.now() > end) {
      return false;
    }
    await new Promise((next) => setTimeout(next, 1));
  }
  return true;
}

/** Plays a scenario and answers with its trace. */
async function play(start, words) {
  start(...words);
  const ended = await frames(suite.frame);
  return suite.finish() + (ended ? '' : ' and so on without an end');
}

/** Each takes the number of a scenario and the three ports. */
window.play = (...words) => play(suite.start, words);
window.playRequest = (...words) => play(suite.startRequest, words);
window.playConvenience = (...words) => play(suite.startConvenience, words);

/** Runs a program, a step a line, its arguments behind tabs, and answers with the trace. */
window.run = async (program) => {
  const { RowProgram } = suite;
  for (const line of program.split('\n')) {
    const [step, ...words] = line.split('\t');
    RowProgram[step](...words);
    if (!await frames(RowProgram.frame)) {
      return RowProgram.trace() + ' and so on without an end';
    }
  }
  return RowProgram.trace();
};
document.body.dataset.ready = target;
