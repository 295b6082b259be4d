package io.github.pollhttp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.spi.BodyPart;

/**
 * A form with files: {@code multipart/form-data} (RFC 7578) in UTF-8, encoded as browsers do (HTML Standard section 4.10.21.8).
 *
 * <pre>{@code
 * // http is an HTTPRequest, png the bytes of a picture; show(String) is a method of your game.
 * MultipartForm form = new MultipartForm().add("player", "Ada").addFile("shot", "shot.png", "image/png", png);
 * ErrorCode error = http.request("https://example.com/shots", List.of(), Method.METHOD_POST, form.toBody());
 * if (error != ErrorCode.OK) {
 *     show(http.getRejection());
 * }
 * }</pre>
 *
 * <p>
 * In names and file names a quotation mark becomes {@code %22} and line ends become {@code %0D} and {@code %0A}, so that they cannot break the header
 * line. The boundary does not occur in any part that is in memory; in a file that is sent from its path, it is improbable, because the boundary has 24
 * random digits. Not safe for use by several threads at once.
 */
public final class MultipartForm {
    private static final int RANDOM_DIGITS = 24;
    private static final BodyPart LINE_END = BodyPart.of(new byte[]{'\r', '\n'});

    private final DoubleSupplier random;
    private final List<Part> parts = new ArrayList<>();

    /** Replaced when the form gets a file that is not in memory, so that TeaVM leaves such files out of programs that add none. */
    private Assembly assembly = MultipartForm::inMemory;

    /** One field: the lines before its content, and the content. */
    private record Part(byte[] head, BodyPart content) {}

    /** Makes a body of its pieces. */
    private interface Assembly {
        RequestBody body(String contentType, List<BodyPart> pieces);
    }

    /** Creates a form without fields. */
    public MultipartForm() {
        this(Math::random);
    }

    MultipartForm(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * Adds a text field.
     *
     * @param name  the name of the field, any text
     * @param value the value, any text; each line end becomes CR LF, as in browsers
     * @return this form
     */
    public MultipartForm add(String name, String value) {
        parts.add(new Part(Utf8.encode(disposition(name) + "\r\n\r\n"),
                BodyPart.of(Utf8.encode(withNetworkLineEnds(value)))));
        return this;
    }

    /**
     * Adds a file.
     *
     * @param name        the name of the field, any text
     * @param fileName    the name of the file without its folder, any text
     * @param contentType the media type, such as {@code image/png} or {@code application/octet-stream}
     * @param content     the bytes of the file, sent unchanged. They are copied by {@link #toBody()}: do not change them before that
     * @return this form
     * @throws IllegalArgumentException if the media type contains a line end or another control character
     */
    public MultipartForm addFile(String name, String fileName, String contentType, byte[] content) {
        return addFile(name, fileName, contentType, BodyPart.of(content));
    }

    /**
     * Adds a file that is not in memory. It is read while a request sends the form, see {@link RequestBody#file}.
     *
     * @param name        the name of the field, any text
     * @param fileName    the name of the file for the server, without its folder, any text
     * @param contentType the media type, such as {@code image/png} or {@code application/octet-stream}
     * @param path        the path of the file, on the JVM on the disk, in the browser in the origin private file system
     * @return this form
     * @throws IllegalArgumentException if the media type contains a line end or another control character
     */
    public MultipartForm addFile(String name, String fileName, String contentType, String path) {
        assembly = RequestBody::files;
        return addFile(name, fileName, contentType, BodyPart.file(path));
    }

    private MultipartForm addFile(String name, String fileName, String contentType, BodyPart content) {
        String type = "Content-Type: " + contentType;
        String message = HeaderLine.rejectionMessage(type);
        if (message != null) {
            throw new IllegalArgumentException(message);
        }
        String head = disposition(name) + "; filename=\"" + escaped(fileName) + "\"\r\n" + type + "\r\n\r\n";
        parts.add(new Part(Utf8.encode(head), content));
        return this;
    }

    /**
     * Encodes the form.
     *
     * @return the body, with a boundary chosen for this call
     * @throws IllegalStateException if all files are in memory and the body is larger than 2 GiB, the limit of a Java array
     */
    public RequestBody toBody() {
        String boundary = boundary();
        BodyPart delimiter = BodyPart.of(Utf8.encode("--" + boundary + "\r\n"));
        List<BodyPart> pieces = new ArrayList<>();
        for (Part part : parts) {
            pieces.add(delimiter);
            pieces.add(BodyPart.of(part.head()));
            pieces.add(part.content());
            pieces.add(LINE_END);
        }
        pieces.add(BodyPart.of(Utf8.encode("--" + boundary + "--\r\n")));
        return assembly.body("multipart/form-data; boundary=" + boundary, pieces);
    }

    private static RequestBody inMemory(String contentType, List<BodyPart> pieces) {
        long length = 0;
        for (BodyPart piece : pieces) {
            length += Objects.requireNonNull(piece.bytes()).length;
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("a form of " + length + " bytes is too large; the limit is 2 GiB.");
        }
        ByteBuffer body = ByteBuffer.allocate((int) length);
        for (BodyPart piece : pieces) {
            body.put(piece.bytes());
        }
        return new RequestBody(contentType, body.array());
    }

    private static String disposition(String name) {
        return "Content-Disposition: form-data; name=\"" + escaped(withNetworkLineEnds(name)) + "\"";
    }

    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static String withNetworkLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    /** A random boundary is almost surely unique. The check makes it certain for all that is in memory. */
    private String boundary() {
        while (true) {
            StringBuilder boundary = new StringBuilder("PollHTTP-");
            for (int i = 0; i < RANDOM_DIGITS; i++) {
                boundary.append(Character.forDigit((int) (random.getAsDouble() * 16), 16));
            }
            if (!occurs(Utf8.encode(boundary.toString()))) {
                return boundary.toString();
            }
        }
    }

    private boolean occurs(byte[] boundary) {
        for (Part part : parts) {
            if (occurs(boundary, part.head())
                    || part.content().bytes() != null && occurs(boundary, part.content().bytes())) {
                return true;
            }
        }
        return false;
    }

    private static boolean occurs(byte[] boundary, byte[] bytes) {
        for (int i = 0; i <= bytes.length - boundary.length; i++) {
            int same = 0;
            while (same < boundary.length && bytes[i + same] == boundary[same]) {
                same++;
            }
            if (same == boundary.length) {
                return true;
            }
        }
        return false;
    }
}
