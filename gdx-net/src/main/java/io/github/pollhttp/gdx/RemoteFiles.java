package io.github.pollhttp.gdx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import com.badlogic.gdx.assets.loaders.FileHandleResolver;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;

import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPResponse;

/**
 * Lets an {@code AssetManager} load files from web servers. The loaders of libGDX read a file immediately, so each file has to be downloaded before:
 * <ol>
 * <li>Pass this object to the constructor of the {@code AssetManager}.
 * <li>Call {@link #download} for each URL, and {@code load} of the {@code AssetManager} with the same URL.
 * <li>Once a frame, show {@link #getProgress}. When {@link #isDone} is true, call {@code update} of the {@code AssetManager}.
 * </ol>
 *
 * <p>
 * The files are in memory until {@link #clear()}. Some files name other files: a texture atlas names its pictures. Download these, too. A name is looked
 * for in the folder of the file that contains it.
 *
 * <p>
 * This works with the {@code AssetManager} of libGDX. gdx-teavm replaces parts of it: there, the {@code AssetManager} requests each file that has an
 * extension from the page's own asset folder, so it does not find these files. Use {@link ResponseListeners} there.
 *
 * <p>
 * <b>Threads.</b> {@link #resolve} can be called on any thread. Everything else belongs to the render thread.
 */
public final class RemoteFiles implements FileHandleResolver {
    private final HTTPRequestQueue queue;
    private final FileHandleResolver others;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<Ticket> downloads = new ArrayList<>();

    /**
     * Creates an empty set of files.
     *
     * @param queue  downloads the files
     * @param others resolves the paths that do not begin with {@code http://} or {@code https://}
     */
    public RemoteFiles(HTTPRequestQueue queue, FileHandleResolver others) {
        this.queue = Objects.requireNonNull(queue, "queue");
        this.others = Objects.requireNonNull(others, "others");
    }

    /**
     * Starts the download of a file.
     *
     * @param url    an absolute {@code http://} or {@code https://} URL, which is the name of the asset, too
     * @param failed receives a sentence for the player if the file could not be downloaded
     */
    public void download(String url, Consumer<String> failed) {
        Objects.requireNonNull(failed, "failed");
        downloads.add(queue.get(url, response -> finish(url, response, failed)));
    }

    private void finish(String url, HTTPResponse response, Consumer<String> failed) {
        if (response.isOk()) {
            add(url, response.bytes());
        } else {
            failed.accept(response.message());
        }
    }

    private synchronized void add(String url, byte[] content) {
        contents.put(url, content);
    }

    private synchronized byte[] content(String url) {
        return contents.get(url);
    }

    /**
     * Returns whether no download is active.
     *
     * @return true if each download has succeeded or failed, also if there was none
     */
    public boolean isDone() {
        for (Ticket each : downloads) {
            if (!each.isDone()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns how much has been downloaded. Each file counts the same. A file whose size the server does not tell counts as 0 until it is complete.
     *
     * @return 0 to 1
     */
    public float getProgress() {
        float sum = 0;
        for (Ticket each : downloads) {
            sum += progress(each);
        }
        return downloads.isEmpty() ? 1 : sum / downloads.size();
    }

    private static float progress(Ticket ticket) {
        if (ticket.isDone()) {
            return 1;
        }
        return ticket.getBodySize() > 0 ? (float) ticket.getDownloadedBytes() / ticket.getBodySize() : 0;
    }

    /** Cancels the downloads and forgets the files. Assets that have been loaded are not affected. */
    public void clear() {
        downloads.forEach(Ticket::cancel);
        downloads.clear();
        forget();
    }

    private synchronized void forget() {
        contents.clear();
    }

    /**
     * Returns a downloaded file.
     *
     * @param fileName the URL of a downloaded file, or a path for the other resolver
     * @return the file
     * @throws GdxRuntimeException if the URL has not been downloaded
     */
    @Override
    public FileHandle resolve(String fileName) {
        if (!fileName.startsWith("http://") && !fileName.startsWith("https://")) {
            return others.resolve(fileName);
        }
        byte[] content = content(fileName);
        if (content == null) {
            throw new GdxRuntimeException("The file has not been downloaded: " + MemoryFile.pathOf(fileName)
                    + ". Call RemoteFiles.download before, and AssetManager.update when isDone() is true.");
        }
        return new RemoteFile(this, fileName, content);
    }

    /** A downloaded file, or a folder of one. Its path is its URL, because libGDX makes the names of other assets from it. */
    private static final class RemoteFile extends MemoryFile {
        private static final byte[] NOTHING = {};

        private final RemoteFiles files;
        private final String url;

        RemoteFile(RemoteFiles files, String url, byte[] content) {
            super(pathOf(url), content);
            this.files = files;
            this.url = url;
        }

        @Override
        public String path() {
            return url;
        }

        @Override
        public FileHandle parent() {
            String path = pathOf(url);
            return new RemoteFile(files, path.substring(0, path.lastIndexOf('/')), NOTHING);
        }

        @Override
        public FileHandle child(String name) {
            return files.resolve(pathOf(url) + "/" + name);
        }

        @Override
        public FileHandle sibling(String name) {
            return parent().child(name);
        }
    }
}
