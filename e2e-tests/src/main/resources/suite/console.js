// Keeps what scripts write to the console, and what they throw or reject and nobody catches: not every driver tells.
window.said = [];
for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  const write = console[level].bind(console);
  console[level] = (...words) => {
    said.push(level + ': ' + words.join(' '));
    write(...words);
  };
}
addEventListener('error', (event) => said.push('uncaught: ' + event.message));
addEventListener('unhandledrejection', (event) => said.push('rejected: ' + event.reason));
