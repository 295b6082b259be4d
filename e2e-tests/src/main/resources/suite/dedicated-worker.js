// Loads the compiled program in a dedicated worker, and makes the calls that worker-page.js sends.
import './console.js';
import {call} from './call.js';
import {load} from './program.js';

const target = new URLSearchParams(location.search).get('target');
Object.assign(self, await load(target, 'app'));
addEventListener('message', async ({data}) => postMessage(await call(data)));
postMessage({ready: true});
