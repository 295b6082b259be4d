// Keeps console messages, uncaught exceptions and unhandled rejections for the tests, because not every driver reports them.
const said = [];
window.said = said;

for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  const write = console[level].bind(console);
  console[level] = (...args) => {
    said.push(level + ': ' + args.join(' '));
    write(...args);
  };
}
addEventListener('error', (event) => said.push('uncaught: ' + event.message));
addEventListener('unhandledrejection', (event) => said.push('rejected: ' + event.reason));
