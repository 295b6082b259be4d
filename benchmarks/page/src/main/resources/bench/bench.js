// Sends GETs one after another with the program that the query parameter names, and measures how long they take.
const name = new URLSearchParams(location.search).get('program');
const MAX_MILLISECONDS = 60_000;

// There are two ways to poll. The first polls in every turn of the event loop. A timer would wait at least a millisecond each time.
const channel = new MessageChannel();
const turn = () => new Promise((next) => {
  channel.port1.onmessage = next;
  channel.port2.postMessage(null);
});

// The second polls when the browser has delivered something. It wraps fetch and the reader of streams, and wakes its loop after each promise
// of theirs, when the client's own callbacks have run. After a rejection it waits 10 ms, because the client stores a failure one task later.
const afterDelivery = () => {
  let wake = () => {};
  let delivered = false;
  const wakeSoon = () => queueMicrotask(() => { delivered = true; wake(); });
  const watch = (object, method) => {
    const original = object[method];
    object[method] = function (...args) {
      const promise = original.apply(this, args);
      promise.then(wakeSoon, () => setTimeout(wakeSoon, 10));
      return promise;
    };
  };
  watch(window, 'fetch');
  watch(ReadableStreamDefaultReader.prototype, 'read');
  return async () => {
    if (!delivered) {
      await new Promise((next) => { wake = next; });
    }
    delivered = false;
  };
};

/** Checks the first and the last byte of a piece: byte i of a body is i mod 251. */
function take(piece, received) {
  const count = piece.length;
  if (count > 0 && (piece[0] !== received % 251 || piece[count - 1] !== (received + count - 1) % 251)) {
    throw new Error(`the body is wrong after ${received} bytes`);
  }
  return received + count;
}

async function byFetch(path) {
  const reader = (await fetch(path)).body.getReader();
  let received = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    received = take(part.value, received);
  }
  return received;
}

/** Measures how much a loop without a pause slows down a plain fetch. */
async function byFetchWithSpinningLoop(path) {
  let ended = false;
  const fetched = byFetch(path).finally(() => { ended = true; });
  while (!ended) {
    await turn();
  }
  return fetched;
}

const byXhr = (path) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('GET', path);
  request.responseType = 'arraybuffer';
  request.onload = () => resolve(take(new Uint8Array(request.response), 0));
  request.onerror = () => reject(new Error('the request failed'));
  request.send();
});

/** One frame of the screen, as a game waits for it. */
const frame = () => new Promise(requestAnimationFrame);

/** Reads the whole body at once, next to a loop of frames. */
async function byArrayBuffer(path) {
  let ended = false;
  const reading = fetch(path).then((response) => response.arrayBuffer()).finally(() => { ended = true; });
  while (!ended) {
    await frame();
  }
  return take(new Uint8Array(await reading), 0);
}

let longestPoll = 0;
let takeArray = () => null;

/** Loads a compiled program. Each GET calls its frame() after each pause until the GET has ended. */
async function compiled(file, wasm, pause = turn) {
  let program;
  if (wasm) {
    const { load } = await import('./wasm-runtime.js');
    program = (await load(`./${file}.wasm`)).exports;
  } else {
    program = await import(`./${file}.js`);
  }
  while (!program.connect(Number(location.port), wasm)) {
    await turn();
  }
  takeArray = program.array;
  return async (path) => {
    program.start(path);
    const end = performance.now() + MAX_MILLISECONDS;
    longestPoll = 0;
    while (true) {
      const begin = performance.now();
      const ended = program.frame();
      longestPoll = Math.max(longestPoll, performance.now() - begin);
      if (ended) {
        break;
      }
      if (begin > end) {
        throw new Error('the GET did not end within 60 seconds');
      }
      await pause();
    }
    if (program.failure() !== null) {
      throw new Error(program.failure());
    }
    return program.received();
  };
}

// The program is loaded before the measurement starts.
const loading = {
  'fetch': async () => byFetch,
  'xhr': async () => byXhr,
  'pollhttp-js': () => compiled('app', false, afterDelivery()),
  'pollhttp-wasm': () => compiled('app', true, afterDelivery()),
  'pollhttp-js-spinning': () => compiled('app', false),
  'pollhttp-wasm-spinning': () => compiled('app', true),
  'fetch-spinning': async () => byFetchWithSpinningLoop,
  'fetch-whole': async () => byArrayBuffer,
  'request-js': () => compiled('request', false, frame),
  'request-wasm': () => compiled('request', true, frame),
  'url-connection-js': () => compiled('url-connection', false),
  'url-connection-wasm': () => compiled('url-connection', true),
}[name]();

/** @return milliseconds, or the failure as text */
window.measure = async (path, length, count) => {
  try {
    const get = await loading;
    const begin = performance.now();
    for (let i = 0; i < count; i++) {
      const received = await get(path);
      if (received !== length) {
        return `the body has ${received} bytes instead of ${length}`;
      }
    }
    return performance.now() - begin;
  } catch (e) {
    return String(e.message ?? e);
  }
};

/** @return the longest poll of the last GET, in milliseconds */
window.measureLongestPoll = () => longestPoll;

/** @return the time to get the array of the last body, in milliseconds, or the failure as text */
window.measureArray = () => {
  const begin = performance.now();
  const failure = takeArray();
  return failure ?? performance.now() - begin;
};
