package io.github.pollhttp.web.request;

import java.util.List;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.spi.BodyPart;

/** A request body of files as a {@code Blob}. It refers to the files, and the browser reads them while it sends it. */
final class BodyBlob {
    private BodyBlob() {}

    /** Opens the files. The member {@code length} of the Blob is its size, so that it can be used in the place of an array. */
    static JSPromise<JSObject> open(List<BodyPart> parts) {
        JSObject pieces = noPieces();
        for (BodyPart part : parts) {
            if (part.bytes() == null) {
                addFile(pieces, OriginFiles.read(part.path()), part.path());
            } else {
                addBytes(pieces, Int8Array.copyFromJavaArray(part.bytes()));
            }
        }
        return join(pieces);
    }

    @JSBody(script = "return [];")
    private static native JSObject noPieces();

    @JSBody(params = {"pieces", "bytes"}, script = "pieces.push(bytes);")
    private static native void addBytes(JSObject pieces, Int8Array bytes);

    @JSBody(params = {"pieces", "file", "path"}, script = """
            pieces.push(file.catch(error => {
                throw 'cannot open ' + path + ': ' + error;
            }));
            """)
    private static native void addFile(JSObject pieces, JSPromise<JSObject> file, String path);

    @JSBody(params = "pieces", script = """
            return Promise.all(pieces).then(opened => {
                const blob = new Blob(opened);
                blob.length = blob.size;
                return blob;
            });
            """)
    private static native JSPromise<JSObject> join(JSObject pieces);
}
