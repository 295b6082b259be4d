// A service worker that remakes each response with the headers for cross-origin isolation, as pages do whose host cannot set headers.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(remake(event.request)));

async function remake(request) {
  if (request.url.includes('?break')) {
    return new Response(brokenStream());
  }
  const response = await fetch(request);
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (request.url.includes('?strip')) {
    headers.delete('Content-Encoding');
  }
  return new Response(response.body, {status: response.status, headers});
}

/** Delivers one piece, and an error when the next one is wanted. */
function brokenStream() {
  const pieces = [new TextEncoder().encode('hello')];
  return new ReadableStream({
    pull(controller) {
      if (pieces.length) {
        controller.enqueue(pieces.pop());
      } else {
        controller.error(new Error('broken on purpose'));
      }
    },
  }, {highWaterMark: 0});
}
