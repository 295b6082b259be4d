package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.function.DoubleSupplier;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.spi.BodyPart;

class MultipartFormTest {
    private static final DoubleSupplier ZERO = () -> 0;
    private static final String BOUNDARY = "PollHTTP-000000000000000000000000";

    private static String text(RequestBody body) {
        return new String(((BodyContent.Bytes) body.content()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void fieldsAndFilesAreWrittenAsBrowsersWriteThem() {
        RequestBody body = new MultipartForm(ZERO).add("player", "Zoë")
                .addFile("shot", "shot.png", "image/png", new byte[]{'P', 'N', 'G'})
                .toBody();

        assertEquals("multipart/form-data; boundary=" + BOUNDARY, body.contentType());
        assertEquals("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"player\"\r\n\r\nZoë\r\n"
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"shot\"; filename=\"shot.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nPNG\r\n--" + BOUNDARY + "--\r\n", text(body));
    }

    @Test
    void aFormWithoutFieldsIsItsEnd() {
        assertEquals("--" + BOUNDARY + "--\r\n", text(new MultipartForm(ZERO).toBody()));
    }

    @Test
    void namesCannotEndTheirLine() {
        String text = text(new MultipartForm(ZERO).add("a\"; x=\"\r\nX-Evil: 1\n", "v")
                .addFile("f\r", "\"\r\n\r\nevil", "a/b", new byte[0])
                .toBody());

        assertFalse(text.contains("\nX-Evil"), text);
        assertEquals("name=\"a%22; x=%22%0D%0AX-Evil: 1%0D%0A\"", text.substring(text.indexOf("name="),
                text.indexOf("\r\n\r\nv")));
        assertEquals("name=\"f%0D%0A\"; filename=\"%22%0D%0A%0D%0Aevil\"",
                text.substring(text.lastIndexOf(" name=") + 1, text.indexOf("\r\nContent-Type")));
    }

    @Test
    void lineEndsOfATextBecomeThoseOfTheNetworkAndAFileKeepsItsOwn() {
        String text = text(new MultipartForm(ZERO).add("t", "1\n2\r3\r\n4")
                .addFile("f", "f", "a/b", "1\n2\r3\r\n4".getBytes(StandardCharsets.UTF_8))
                .toBody());

        assertEquals(1, text.split("1\r\n2\r\n3\r\n4", -1).length - 1);
        assertEquals(1, text.split("1\n2\r3\r\n4", -1).length - 1);
    }

    @Test
    void aFileThatIsNotInMemoryStaysAPath() {
        RequestBody body = new MultipartForm(ZERO).add("a", "b").addFile("f", "replay.bin", "a/b", "saves/1.bin")
                .add("c", "d").toBody();

        StringBuilder text = new StringBuilder();
        for (BodyPart part : ((BodyContent.Files) body.content()).parts()) {
            text.append(part.path() == null ? new String(part.bytes(), StandardCharsets.UTF_8) : part.path());
        }
        assertEquals("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n"
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"replay.bin\"\r\n"
                + "Content-Type: a/b\r\n\r\nsaves/1.bin\r\n"
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\nd\r\n--" + BOUNDARY
                + "--\r\n",
                text.toString());
    }

    @Test
    void theBoundaryOccursInNoPart() {
        int[] calls = {0};
        DoubleSupplier firstOnesTaken = () -> calls[0]++ < 48 ? (calls[0] <= 24 ? 0 : 1 / 16.0) : 2 / 16.0;
        RequestBody body = new MultipartForm(firstOnesTaken).add("a", "x" + BOUNDARY)
                .add("name " + BOUNDARY.replace('0', '1'), "y")
                .toBody();

        assertEquals("multipart/form-data; boundary=" + BOUNDARY.replace('0', '2'), body.contentType());
    }

    @Test
    void invalidContentTypeIsRejected() {
        assertThrows(IllegalArgumentException.class,
                () -> new MultipartForm().addFile("f", "f", "a/b\r\nX: y", new byte[0]));
    }
}
