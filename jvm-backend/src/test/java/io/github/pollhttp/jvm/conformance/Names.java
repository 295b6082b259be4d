package io.github.pollhttp.jvm.conformance;

import java.util.EnumSet;
import java.util.Set;

import io.github.pollhttp.HTTPClient.Status;

/** The names that traces use: Godot's, without what all of them begin with. */
final class Names {
    private static final String PREFIX = "STATUS_";

    private Names() {}

    static String of(Status status) {
        return status.name().substring(PREFIX.length());
    }

    static Set<Status> statuses(Object names) {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (String name : Json.strings(names)) {
            statuses.add(Status.valueOf(PREFIX + name));
        }
        return statuses;
    }
}
