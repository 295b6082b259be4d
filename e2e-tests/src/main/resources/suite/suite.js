// Loads the compiled program that the page's parameters "target" and "app" name, and gives the tests functions to run it.
import {load} from './program.js';

const parameters = new URL(document.baseURI).searchParams; // a srcdoc frame has the URL of its parent there
const target = parameters.get('target');
Object.assign(window, await load(target, parameters.get('app') ?? 'app'));

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
