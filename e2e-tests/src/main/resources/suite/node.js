// Loads the compiled program in Node. Each line of the standard input is a call, and each line of the standard output an answer, as JSON.
import './console.js';
import {createInterface} from 'node:readline';
import {call} from './call.js';
import {load} from './program.js';

const answer = (message) => process.stdout.write(JSON.stringify(message) + '\n');

Object.assign(globalThis, await load(process.argv[2], 'app'));
answer({ready: true});
for await (const line of createInterface({input: process.stdin})) {
  answer(await call(JSON.parse(line)));
}
process.exit();
