package io.github.pollhttp.jvm.idna;

import io.github.pollhttp.internal.DomainEncoder;
import io.github.pollhttp.internal.RejectionException;

/** Gives the API the conversion of names. {@code ServiceLoader} finds it. */
public final class Idna implements DomainEncoder {
    /** For {@link java.util.ServiceLoader}. */
    public Idna() {}

    @Override
    public String toAscii(String domain) throws RejectionException {
        return DomainToAscii.convert(domain);
    }
}
