// Loads the compiled program that the parameter "app" names, as JavaScript or as WasmGC, and gives the tests functions to run it.
const parameters = new URL(document.baseURI).searchParams; // a srcdoc frame has the URL of its parent there
const target = parameters.get('target');
const app = parameters.get('app') ?? 'app';
const LIMIT_MILLISECONDS = 20_000;
const UNFINISHED = ' and did not end within 20 seconds';

/** Returns the exports of the program. */
async function load() {
  if (target === 'wasm') {
    const runtime = await import('./wasm-runtime.js');
    const program = await runtime.load(`./${app}.wasm`);
    return program.exports;
  }
  return import(`./${app}.js`);
}

const suite = await load();
window.suite = suite;

/** Calls a function once a frame until it returns true. Returns false if the time limit passes first. */
async function runFrames(frame) {
  const end = performance.now() + LIMIT_MILLISECONDS;
  while (!frame()) {
    if (performance.now() > end) {
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return true;
}

/**
 * Plays a scenario and returns its trace.
 *
 * @param start the export that starts it, for example "startClient"
 * @param args  the scenario's id and the three ports
 */
window.play = async (start, ...args) => {
  suite[start](...args);
  const ended = await runFrames(suite.frame);
  const trace = suite.finish();
  return ended ? trace : trace + UNFINISHED;
};

/** Runs steps of a program, and of EventProgram, one a line, with arguments separated by tabs. Returns the trace. */
window.run = async (steps, name = 'BehaviourProgram') => {
  const program = suite[name];
  for (const line of steps.split('\n')) {
    const [step, ...args] = line.split('\t');
    (program[step] ? program : suite.EventProgram)[step](...args);
    if (!await runFrames(program.frame)) {
      return program.trace() + UNFINISHED;
    }
  }
  return program.trace();
};

/** Runs steps that the page around this frame sends, because a sandboxed frame has no other way to its parent. */
addEventListener('message', async ({data, source}) => {
  if (data.steps) {
    source.postMessage({trace: await window.run(data.steps)}, '*');
  }
});

document.body.dataset.ready = target;
if (parent !== window) {
  parent.postMessage({ready: true}, '*');
}
