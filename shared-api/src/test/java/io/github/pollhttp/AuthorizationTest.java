package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class AuthorizationTest {

    @Test
    void basicIsEncodedInUtf8() {
        assertEquals("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                Authorization.basic("Aladdin", "open sesame"));
        assertEquals("Authorization: Basic dGVzdDoxMjPCow==", Authorization.basic("test", "123£")); // RFC 7617 section 2.1
        assertEquals("Authorization: Basic YTpiOmM=", Authorization.basic("a", "b:c"));
    }

    @Test
    void basicUserWithAColonOrControlCharacterIsRejected() {
        for (List<String> pair : List.of(List.of("a:b", "c"), List.of("a\n", "c"), List.of("a", "c\0"),
                List.of("a", "\u0085"))) {
            assertThrows(IllegalArgumentException.class, () -> Authorization.basic(pair.get(0), pair.get(1)));
        }
    }

    @Test
    void bearerTokenIsSentUnchanged() {
        assertEquals("Authorization: Bearer mF_9.B5f-4.1JqM", Authorization.bearer("mF_9.B5f-4.1JqM"));
        assertEquals("Authorization: Bearer a+/~==", Authorization.bearer("a+/~=="));
    }

    @Test
    void invalidBearerTokenIsRejectedAndNotRepeatedInTheMessage() {
        for (String token : List.of("", "=", "a b", "a\r\nX: y", "a=b", "ä", "a,b", "\"a\"")) {
            Exception refusal = assertThrows(IllegalArgumentException.class, () -> Authorization.bearer(token), token);
            assertFalse(refusal.getMessage().contains("X: y"));
        }
    }
}
