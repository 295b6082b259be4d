package io.github.pollhttp.contract.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Encodes bodies with content codings. */
final class Coding {
    private Coding() {}

    static byte[] of(String name, byte[] plain) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream coder = name.equals("gzip")
                ? new GZIPOutputStream(coded)
                : new DeflaterOutputStream(coded, new Deflater(Deflater.BEST_SPEED, name.equals("raw-deflate")))) {
            coder.write(plain);
        }
        return coded.toByteArray();
    }
}
