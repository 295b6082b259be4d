package io.github.pollhttp.gdx;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;

import com.badlogic.gdx.Files.FileType;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;

/** A file in memory that can only be read. Its path is only a name, whose extension tells libGDX the format. */
class MemoryFile extends FileHandle {
    private final byte[] content;

    MemoryFile(String path, byte[] content) {
        super(new File(path), FileType.Absolute);
        this.content = content;
    }

    /** Returns the path of an absolute URL, without the query and the fragment. */
    static String pathOf(String url) {
        int end = url.length();
        for (char each : new char[]{'?', '#'}) {
            int at = url.indexOf(each);
            end = at < 0 ? end : Math.min(end, at);
        }
        return url.substring(0, end);
    }

    @Override
    public InputStream read() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public ByteBuffer map(MapMode mode) {
        throw new GdxRuntimeException("The file " + this + " is in memory. Read it with readBytes().");
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public boolean isDirectory() {
        return false;
    }

    @Override
    public long length() {
        return content.length;
    }
}
