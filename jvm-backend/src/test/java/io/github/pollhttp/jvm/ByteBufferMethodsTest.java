package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The check of the Android signatures leaves out {@link ByteBuffer}, so this test checks its methods. */
class ByteBufferMethodsTest {
    /** What Java has added after version 8, except for the methods that return a ByteBuffer instead of a Buffer. */
    private static final Set<String> NEWER = Set.of("alignmentOffset[int, int]", "alignedSlice[int]",
            "mismatch[java.nio.ByteBuffer]", "slice[int, int]", "get[int, [B]", "get[int, [B, int, int]",
            "put[int, [B]",
            "put[int, [B, int, int]", "put[int, java.nio.ByteBuffer, int, int]");

    @Test
    void methodsOfByteBufferAreThoseOfJava8() {
        Set<String> called = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.pollhttp")) {
            for (JavaMethodCall call : each.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(ByteBuffer.class)) {
                    List<String> types = call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName)
                            .toList();
                    called.add(call.getTarget().getName() + types);
                }
            }
        }
        assertTrue(called.contains("limit[int]"), "the calls are found");
        called.retainAll(NEWER);
        assertEquals(Set.of(), called);
    }
}
