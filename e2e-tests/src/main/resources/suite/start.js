// Tells the server whether the program starts under the page's policy, by a request below the path that the parameter "report" names.
const report = new URLSearchParams(location.search).get('report');

try {
  await import('./suite.js');
  window.suite.BehaviourProgram.begin();
  await fetch(report + 'started');
} catch (error) {
  await fetch(report + 'failed');
}
