package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.WebOptions.Cache;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.WebOptions.Priority;
import io.github.pollhttp.WebOptions.ReferrerPolicy;
import io.github.pollhttp.internal.Ascii;

class WebOptionsTest {

    @Test
    void theDefaultIsWhatABrowserDoesWithCookiesForTheOwnOriginAlone() {
        assertEquals(
                new WebOptions(Credentials.SAME_ORIGIN, Cache.DEFAULT, false, Priority.AUTO, ReferrerPolicy.DEFAULT),
                WebOptions.DEFAULT);
    }

    @Test
    void aCopyDiffersInOneThingAndTheOriginalStays() {
        WebOptions all = WebOptions.DEFAULT.withCredentials(Credentials.OMIT).withCache(Cache.RELOAD)
                .withKeepalive(true).withPriority(Priority.LOW).withReferrerPolicy(ReferrerPolicy.ORIGIN);

        assertEquals(new WebOptions(Credentials.OMIT, Cache.RELOAD, true, Priority.LOW, ReferrerPolicy.ORIGIN), all);
        assertEquals(Credentials.SAME_ORIGIN, WebOptions.DEFAULT.credentials());
    }

    @Test
    void nullIsNoOption() {
        assertThrows(NullPointerException.class, () -> WebOptions.DEFAULT.withCredentials(null));
        assertThrows(NullPointerException.class, () -> WebOptions.DEFAULT.withCache(null));
        assertThrows(NullPointerException.class, () -> WebOptions.DEFAULT.withPriority(null));
        assertThrows(NullPointerException.class, () -> WebOptions.DEFAULT.withReferrerPolicy(null));
    }

    /** Fetch Standard, RequestInit: the words are the constants' names, but for the policy that is empty. */
    @Test
    void theWordsAreThoseOfTheFetchStandard() {
        Stream.of(Credentials.values()).forEach(each -> assertEquals(word(each), each.token()));
        Stream.of(Cache.values()).forEach(each -> assertEquals(word(each), each.token()));
        Stream.of(Priority.values()).forEach(each -> assertEquals(word(each), each.token()));
        Stream.of(ReferrerPolicy.values()).filter(each -> each != ReferrerPolicy.DEFAULT)
                .forEach(each -> assertEquals(word(each), each.token()));
        assertEquals("", ReferrerPolicy.DEFAULT.token());
    }

    private static String word(Enum<?> constant) {
        return Ascii.lower(constant.name()).replace('_', '-');
    }
}
