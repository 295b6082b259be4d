package io.github.pollhttp.web.request;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The parts of the origin private file system (File System Standard, section 3) that downloads need. A path consists of folders, which are created,
 * and a file name. The browser rejects the folder {@code ..}.
 */
final class OriginFiles {
    /** JavaScript that declares {@code fileName} and {@code openFolder(create)} for a parameter {@code path}. */
    private static final String PATH = """
            const fileName = path.slice(path.lastIndexOf('/') + 1);
            const openFolder = create => {
                const storage = globalThis.navigator && navigator.storage;
                if (!storage || !storage.getDirectory) {
                    return Promise.reject(new Error('this page has no file system; serve it over https or from localhost'));
                }
                const openChild = (opening, name) => opening.then(folder => folder.getDirectoryHandle(name, { create: create }));
                const names = path.split('/').slice(0, -1).filter(name => name);
                return names.reduce(openChild, storage.getDirectory());
            };
            """;

    private OriginFiles() {}

    /**
     * Opens a file beside the named one for writing. Although the browser shows written bytes only after {@code close()}, it would show an empty
     * file under the final name from the beginning. Each call makes another name, because a second download to the same path, perhaps in another
     * tab, must not write to this file. A tab that is closed meanwhile leaves an empty file.
     *
     * @return the open file, for {@link #write}, {@link #close}, {@link #rename} and {@link #remove}
     */
    @JSBody(params = "path", script = PATH + """
            return openFolder(true).then(folder => {
                const partName = fileName + '.' + self.crypto.randomUUID() + '.part';
                return folder.getFileHandle(partName, { create: true }).then(file => {
                    if (!file.createWritable || !file.move) {
                        throw new Error('this browser cannot write files from a page');
                    }
                    return file.createWritable().then(writable => {
                        return { folder: folder, file: file, name: fileName, partName: partName, writable: writable };
                    });
                });
            });
            """)
    static native JSPromise<JSObject> create(String path);

    @JSBody(params = {"open", "bytes"}, script = "return open.writable.write(bytes);")
    static native JSPromise<JSObject> write(JSObject open, Int8Array bytes);

    /** Stores the written bytes. */
    @JSBody(params = "open", script = "return open.writable.close();")
    static native JSPromise<JSObject> close(JSObject open);

    /** Gives the closed file its final name. */
    @JSBody(params = "open", script = "return open.file.move(open.folder, open.name);")
    static native JSPromise<JSObject> rename(JSObject open);

    /** Discards the written bytes and removes the file, also while it is being closed. */
    @JSBody(params = "open", script = """
            const ignore = () => {};
            const removeFile = () => open.folder.removeEntry(open.partName);
            return open.writable.abort().catch(ignore).then(removeFile);
            """)
    static native JSPromise<JSObject> remove(JSObject open);

    /** Opens a file for reading, as a {@code Blob}. */
    @JSBody(params = "path", script = PATH + """
            return openFolder(false).then(folder => folder.getFileHandle(fileName)).then(file => file.getFile());
            """)
    static native JSPromise<JSObject> read(String path);

    @JSBody(params = "blob", script = "return blob.size;")
    static native double size(JSObject blob);

    /** Reads the bytes from {@code start} to before {@code end}. */
    @JSBody(params = {"blob", "start", "end"}, script = """
            return blob.slice(start, end).arrayBuffer().then(buffer => new Int8Array(buffer));
            """)
    static native JSPromise<Int8Array> slice(JSObject blob, double start, double end);

    @JSBody(params = "error", script = "return String(error);")
    static native String message(Object error);
}
