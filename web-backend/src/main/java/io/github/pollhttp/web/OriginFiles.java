package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The origin private file system (File System Standard, section 3), as far as downloads need it. A path's parts are folders, which are made;
 * the standard itself refuses {@code ..}.
 */
final class OriginFiles {
    /** Declares {@code folderOf(path, create)} and {@code nameOf(path)}. */
    private static final String PATHS = "function nameOf(path) { return path.substring(path.lastIndexOf('/') + 1); }"
            + "function folderOf(path, create) {"
            + "  var storage = self.navigator.storage;"
            + "  if (!storage || !storage.getDirectory) {"
            + "    return Promise.reject(new Error('there are no files here: the page needs https, or localhost'));"
            + "  }"
            + "  return path.split('/').slice(0, -1).filter(function(part) { return part !== ''; })"
            + "    .reduce(function(folder, part) { return folder.then(function(above) {"
            + "      return above.getDirectoryHandle(part, { create: create }); }); }, storage.getDirectory());"
            + "}";

    private OriginFiles() {}

    /**
     * Opens a neighbour of the file for writing. That the browser keeps what is written apart until {@code close()} is not enough: the empty file
     * would be there under its name from the beginning.
     *
     * @return what the other functions take
     */
    @JSBody(params = "path", script = PATHS + "return folderOf(path, true).then(function(folder) {"
            + "  var name = nameOf(path);"
            + "  return folder.getFileHandle(name + '.part', { create: true }).then(function(file) {"
            + "    if (!file.createWritable || !file.move) {"
            + "      throw new Error('this browser cannot write files from a page');"
            + "    }"
            + "    return file.createWritable().then(function(writable) {"
            + "      return { folder: folder, file: file, name: name, writable: writable };"
            + "    });"
            + "  });"
            + "});")
    static native JSPromise<JSObject> create(String path);

    @JSBody(params = {"open", "bytes"}, script = "return open.writable.write(bytes);")
    static native JSPromise<JSObject> write(JSObject open, Int8Array bytes);

    /** Closes the file and gives it its name. */
    @JSBody(params = "open", script = "return open.writable.close().then(function() {"
            + "  return open.file.move(open.folder, open.name);"
            + "});")
    static native JSPromise<JSObject> finish(JSObject open);

    /** Drops what was written. */
    @JSBody(params = "open", script = "return open.writable.abort().catch(function() {}).then(function() {"
            + "  return open.folder.removeEntry(open.name + '.part');"
            + "});")
    static native JSPromise<JSObject> remove(JSObject open);

    /** @return the file as a Blob */
    @JSBody(params = "path", script = PATHS + "return folderOf(path, false).then(function(folder) {"
            + "  return folder.getFileHandle(nameOf(path));"
            + "}).then(function(file) { return file.getFile(); });")
    static native JSPromise<JSObject> read(String path);

    @JSBody(params = "blob", script = "return blob.size;")
    static native double size(JSObject blob);

    @JSBody(params = {"blob", "from",
            "to"}, script = "return blob.slice(from, to).arrayBuffer().then(function(buffer) {"
                    + "  return new Int8Array(buffer);"
                    + "});")
    static native JSPromise<Int8Array> slice(JSObject blob, double from, double to);

    @JSBody(params = "error", script = "return String(error);")
    static native String message(Object error);
}
