// Keeps console messages, uncaught exceptions and unhandled rejections for the tests, because not every driver reports them.
const said = [];
globalThis.said = said;

for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  const write = console[level].bind(console);
  console[level] = (...args) => {
    said.push(level + ': ' + args.join(' '));
    if (!globalThis.process) { // in Node, the standard output belongs to node.js
      write(...args);
    }
  };
}
if (globalThis.process) {
  process.on('uncaughtException', (error) => said.push('uncaught: ' + error));
  process.on('unhandledRejection', (reason) => said.push('rejected: ' + reason));
} else {
  addEventListener('error', (event) => said.push('uncaught: ' + event.message));
  addEventListener('unhandledrejection', (event) => said.push('rejected: ' + event.reason));
}
