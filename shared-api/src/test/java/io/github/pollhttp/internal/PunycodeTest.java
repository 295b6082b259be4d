package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {

    @ParameterizedTest
    @CsvSource({"bücher,bcher-kva", "公司,55qx5d", "рф,p1ai", "i❤,i-7iq", "他们为什么不说中文,ihqwcrb4cv8a8dqg056pqjye", "☕,53h",
            "💩,ls8h", "a†,a-xhn", "例え,r8jz45g", "-†,--xhn"})
    void labelIsEncodedAndDecodedAgain(String label, String encoded) {
        assertEquals(encoded, Punycode.encode(label));
        assertEquals(label, Punycode.decode(encoded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls8h=", "99999999", "tešla", "é-53h", "zn7c9999999"})
    void invalidTextIsNotDecoded(String encoded) {
        assertNull(Punycode.decode(encoded));
    }
}
