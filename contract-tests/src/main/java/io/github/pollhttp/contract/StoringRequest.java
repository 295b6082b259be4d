package io.github.pollhttp.contract;

import io.github.pollhttp.request.HTTPRequest;

/** Stores files for the scenarios of a client, which cannot do that itself. */
final class StoringRequest {
    /** Null unless a request is active. */
    private HTTPRequest http;

    /**
     * Sends a GET and stores the body of the response. Call it once a frame until it returns true.
     *
     * @param url  the URL of the request
     * @param file the path of the file
     * @return true when the request has ended, successfully or not
     */
    boolean stores(String url, String file) {
        if (http == null) {
            http = HTTPRequest.create();
            http.setDownloadFile(file);
            http.request(url);
        }
        http.poll();
        if (http.isRequesting()) {
            return false;
        }
        http.close();
        http = null;
        return true;
    }
}
