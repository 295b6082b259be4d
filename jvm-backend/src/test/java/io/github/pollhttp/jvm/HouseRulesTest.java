package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Collectors;
import java.nio.charset.StandardCharsets;
import java.io.InputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;

/** The rules that keep the engine pure and the rooms apart. */
class HouseRulesTest {
    private static final String BACKEND = "io.github.pollhttp.jvm";
    private static final String ENGINE = BACKEND + ".http1";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BACKEND);

    @Test
    void theEngineKnowsNoInputOutputNoClockAndNoThread() {
        classes().that().resideInAPackage(ENGINE).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang", "java.lang.invoke", "java.lang.runtime", "java.util", "java.nio",
                        "java.nio.charset",
                        "io.github.pollhttp", "io.github.pollhttp.internal", "io.github.pollhttp.spi", ENGINE)
                .check(CLASSES);
        noClasses().that().resideInAPackage(ENGINE).should().dependOnClassesThat().areAssignableTo(Thread.class)
                .orShould()
                .callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void nothingBelowTheClientKnowsItsStatus() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(Status.class).orShould()
                .callMethod(HTTPClient.class, "getStatus").check(CLASSES);
    }

    @Test
    void theEngineKnowsNothingOfTheBackend() {
        noClasses().that().resideInAPackage(ENGINE).should().dependOnClassesThat().resideInAPackage(BACKEND)
                .check(CLASSES);
    }

    /** Imports point one way: the backend on top, the network below. */
    @Test
    void importsPointOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("backend").definedBy(BACKEND)
                .layer("tls").definedBy(BACKEND + ".tls")
                .layer("proxy").definedBy(BACKEND + ".proxy")
                .layer("http1").definedBy(ENGINE)
                .layer("net").definedBy(BACKEND + ".net")
                .layer("request").definedBy(BACKEND + ".request")
                .layer("thread").definedBy(BACKEND + ".thread")
                .whereLayer("backend").mayOnlyAccessLayers("tls", "proxy", "http1", "net", "request")
                .whereLayer("tls").mayOnlyAccessLayers("net", "thread")
                .whereLayer("proxy").mayOnlyAccessLayers("net", "http1")
                .whereLayer("http1").mayNotAccessAnyLayer()
                .whereLayer("net").mayOnlyAccessLayers("thread")
                .whereLayer("request").mayOnlyAccessLayers("thread")
                .whereLayer("thread").mayNotAccessAnyLayer()
                .check(CLASSES);
        classes().should().resideInAnyPackage(BACKEND, BACKEND + ".tls", BACKEND + ".proxy", ENGINE, BACKEND + ".net",
                BACKEND + ".request", BACKEND + ".thread").check(CLASSES);
    }

    /** The module exports none of them; public means that another package of the backend uses it. */
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

    /** Only who asks for revocation does, on a thread of the library's. */
    @Test
    void nothingWaits() {
        noClasses().that().doNotHaveSimpleName("RevocationCheck").should()
                .callMethod(Thread.class, "sleep", long.class).orShould().callMethod(Thread.class, "join")
                .orShould()
                .callMethod(Object.class, "wait").orShould().callMethod(Future.class, "get", long.class, TimeUnit.class)
                .orShould().callMethod(CompletableFuture.class, "get", long.class, TimeUnit.class)
                .check(CLASSES);
    }
}
