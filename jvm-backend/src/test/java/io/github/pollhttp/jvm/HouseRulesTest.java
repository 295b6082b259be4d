package io.github.pollhttp.jvm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import org.junit.jupiter.api.Test;

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
                        "io.github.pollhttp", "io.github.pollhttp.spi", ENGINE)
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

    @Test
    void theProviderAloneIsPublic() {
        classes().that().resideInAPackage(BACKEND).and().doNotBelongToAnyOf(JvmBackendProvider.class).should()
                .notBePublic()
                .check(CLASSES);
    }

    /** Only who asks for revocation does, on a thread of the library's. */
    @Test
    void nothingWaits() {
        noClasses().that().doNotBelongToAnyOf(RevocationCheck.class).should()
                .callMethod(Thread.class, "sleep", long.class).orShould().callMethod(Thread.class, "join")
                .orShould()
                .callMethod(Object.class, "wait").orShould().callMethod(Future.class, "get", long.class, TimeUnit.class)
                .orShould().callMethod(CompletableFuture.class, "get", long.class, TimeUnit.class)
                .check(CLASSES);
    }
}
