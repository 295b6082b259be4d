// Loads a compiled program, as JavaScript or as WasmGC, in a page, in a worker or in Node.
const LIMIT_MILLISECONDS = 20_000;
const UNFINISHED = ' and did not end within 20 seconds';

/**
 * Loads the program. Returns its exports as "suite", and the functions "play" and "run", which call them.
 *
 * @param target "js" or "wasm"
 * @param app    the name of the file, without an ending
 */
export async function load(target, app) {
  const suite = target === 'wasm' ? await loadWasm(app) : await import(`./${app}.js`);

  /**
   * Plays a scenario and returns its trace.
   *
   * @param start the export that starts it, for example "startClient"
   * @param args  the scenario's id and the three ports
   */
  async function play(start, ...args) {
    suite[start](...args);
    const ended = await runFrames(suite.frame);
    const trace = suite.finish();
    return ended ? trace : trace + UNFINISHED;
  }

  /** Runs steps of a program, and of EventProgram, one a line, with arguments separated by tabs. Returns the trace. */
  async function run(steps, name = 'BehaviourProgram') {
    const program = suite[name];
    for (const line of steps.split('\n')) {
      const [step, ...args] = line.split('\t');
      (program[step] ? program : suite.EventProgram)[step](...args);
      if (!await runFrames(program.frame)) {
        return program.trace() + UNFINISHED;
      }
    }
    return program.trace();
  }

  return {suite, play, run};
}

async function loadWasm(app) {
  const runtime = await import('./wasm-runtime.js');
  const program = await runtime.load(`./${app}.wasm`);
  return program.exports;
}

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
