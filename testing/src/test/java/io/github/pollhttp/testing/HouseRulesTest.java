package io.github.pollhttp.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** Checks which classes the module depends on and which of its classes are public. */
class HouseRulesTest {
    private static final String OURS = "io.github.pollhttp";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(OURS + ".testing");

    /** Neither {@code java.net} nor {@code java.util.concurrent} is among them. */
    @Test
    void moduleHasNoSocketsAndNoLocks() {
        classes().should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang", "java.lang.invoke", "java.lang.runtime", "java.util",
                        "java.util.function", "java.util.regex", "java.util.stream", "java.io", "java.nio",
                        "java.nio.charset", "java.nio.file", OURS, OURS + ".cookies", OURS + ".internal",
                        OURS + ".spi", OURS + ".testing")
                .check(CLASSES);
    }

    @Test
    void moduleUsesNoClockAndDoesNotSleep() {
        ArchRuleDefinition.noClasses().should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CLASSES);
    }

    /** A new public type must be added to the list, because programs may depend on it. */
    @Test
    void thePublicTypesAreTheListedOnes() throws IOException {
        String found = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));

        try (InputStream listed = HouseRulesTest.class.getResourceAsStream("/public-types.txt")) {
            assertEquals(new String(listed.readAllBytes(), StandardCharsets.UTF_8), found);
        }
    }
}
