package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static String text(RequestBody body) {
        return new String(((BodyContent.Bytes) body.content()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aFormIsEncodedAsTheUrlStandardWantsIt() {
        RequestBody body = RequestBody.form(Map.of("a b", "1+1=2 & ä~*-._"));

        assertEquals("a+b=1%2B1%3D2+%26+%C3%A4%7E*-._", text(body));
        assertEquals("application/x-www-form-urlencoded", body.contentType());
    }

    @Test
    void aFormKeepsItsOrderAndRepeatsNames() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("z", List.of("1", "2"));
        fields.put("a", new int[]{3, 4});
        fields.put("n", null);

        assertEquals("z=1&z=2&a=3&a=4&n", text(RequestBody.form(fields)));
    }

    @Test
    void lineEndsInAFormCannotEndAnything() {
        assertEquals("a%0D%0Ab=%0A", text(RequestBody.form(Map.of("a\r\nb", "\n"))));
    }

    @Test
    void jsonIsTextWithItsType() {
        RequestBody body = RequestBody.json("{\"name\":\"Zoë\"}");

        assertEquals("{\"name\":\"Zoë\"}", text(body));
        assertEquals("application/json", body.contentType());
    }

    @Test
    void aBodyWithoutItsMediaTypeAddsNoContentType() {
        List<String> lines = List.of("X: y");

        assertEquals(lines, RequestBody.json("{}").withoutContentType().headers(lines));
        assertNull(RequestBody.json("{}").withoutContentType().contentType());
    }

    @Test
    void invalidContentTypeIsRejected() {
        for (String type : Arrays.asList("text/plain\r\nX: y", "a\nb", "a\0b")) {
            assertThrows(IllegalArgumentException.class, () -> new RequestBody(type, new byte[0]), type);
            assertThrows(IllegalArgumentException.class, () -> RequestBody.file(type, "save.bin"), type);
        }
    }
}
