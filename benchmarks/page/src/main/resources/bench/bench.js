// Does so many GETs in a row with the program that the address names, and says how long they took.
const name = new URLSearchParams(location.search).get('program');
const MOST_MILLISECONDS = 60_000;

// Two ways to poll. A loop without a pause: a turn of the event loop, where a timer would wait at least a millisecond each time.
const channel = new MessageChannel();
const turn = () => new Promise((next) => {
  channel.port1.onmessage = next;
  channel.port2.postMessage(null);
});

// And a page that polls when the browser has delivered something: it hears of each promise that fetch and its streams fulfil, and wakes
// its loop behind whoever else waits for that promise. After a rejection it leaves the client time to note that.
const told = () => {
  let wake = () => {};
  let missed = false;
  const soon = () => queueMicrotask(() => { missed = true; wake(); });
  const hear = (object, call) => {
    const real = object[call];
    object[call] = function (...words) {
      const promise = real.apply(this, words);
      promise.then(soon, () => setTimeout(soon, 10));
      return promise;
    };
  };
  hear(window, 'fetch');
  hear(ReadableStreamDefaultReader.prototype, 'read');
  return async () => {
    if (!missed) {
      await new Promise((next) => { wake = next; });
    }
    missed = false;
  };
};

/** Byte i of a body is i mod 251; the first and the last byte of each piece are looked at. */
function take(piece, received) {
  const count = piece.length;
  if (count > 0 && (piece[0] !== received % 251 || piece[count - 1] !== (received + count - 1) % 251)) {
    throw new Error(`the body is wrong behind ${received}`);
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

/** What a loop without a pause takes from the rest of the machine, whoever it is that fetches. */
async function byFetchBesideALoop(path) {
  let over = false;
  const fetched = byFetch(path).finally(() => { over = true; });
  while (!over) {
    await turn();
  }
  return fetched;
}

const byXhr = (path) => new Promise((done, failed) => {
  const request = new XMLHttpRequest();
  request.open('GET', path);
  request.responseType = 'arraybuffer';
  request.onload = () => done(take(new Uint8Array(request.response), 0));
  request.onerror = () => failed(new Error('the request failed'));
  request.send();
});

/** A compiled program: begun, and then called each time that it is worth while, until it has ended. */
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
  return async (path) => {
    program.start(path);
    const end = performance.now() + MOST_MILLISECONDS;
    while (!program.frame()) {
      if (performance.now() > end) {
        throw new Error('it did not end');
      }
      await pause();
    }
    if (program.fault() !== null) {
      throw new Error(program.fault());
    }
    return program.received();
  };
}

// Loaded before the clock runs.
const loading = {
  'fetch': async () => byFetch,
  'xhr': async () => byXhr,
  'pollhttp-js': () => compiled('app', false, told()),
  'pollhttp-wasm': () => compiled('app', true, told()),
  'pollhttp-js-spinning': () => compiled('app', false),
  'pollhttp-wasm-spinning': () => compiled('app', true),
  'fetch-spinning': async () => byFetchBesideALoop,
  'url-connection-js': () => compiled('url-connection', false),
  'url-connection-wasm': () => compiled('url-connection', true),
}[name]();

/** @return milliseconds, or the fault as text */
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
