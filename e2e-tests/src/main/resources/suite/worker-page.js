// Starts the compiled program in a dedicated worker, and gives the tests a function to call functions there.
const worker = new Worker('dedicated-worker.js' + location.search, {type: 'module'});
const nextMessage = () => new Promise((resolve) => worker.addEventListener('message', ({data}) => resolve(data), {once: true}));

/** Calls a function in the worker, one call at a time. */
window.callInWorker = async (source, ...args) => {
  const answer = nextMessage();
  worker.postMessage({source, args});
  const {value, error} = await answer;
  if (error) {
    throw new Error(error);
  }
  return value;
};

await nextMessage();
document.body.dataset.ready = new URLSearchParams(location.search).get('target');
