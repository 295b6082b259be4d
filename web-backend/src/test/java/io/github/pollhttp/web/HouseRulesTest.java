package io.github.pollhttp.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.web.request.WebRequestPlatform;

/** Checks which classes the browser backend depends on and which of its classes are public. */
class HouseRulesTest {
    private static final String BACKEND = "io.github.pollhttp.web";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(BACKEND);

    /** Only the client changes the status, never a callback of the browser. */
    @Test
    void backendDoesNotUseStatus() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(Status.class).check(CLASSES);
    }

    @Test
    void backendUsesOnlyPackagesThatTeaVMHas() {
        classes().should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang", "java.lang.invoke", "java.lang.runtime", "java.util",
                        "java.util.function", "java.nio", "io.github.pollhttp", "io.github.pollhttp.internal",
                        "io.github.pollhttp.spi", BACKEND, BACKEND + ".request",
                        "org.teavm.interop", "org.teavm.jso..")
                .check(CLASSES);
    }

    @Test
    void filesDoNotUseTheBackend() {
        noClasses().that()
                .resideInAPackage(BACKEND + ".request")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BACKEND)
                .check(CLASSES);
    }

    @Test
    void onlyTheProviderAndItsRequestPlatformArePublic() {
        classes().that()
                .doNotBelongToAnyOf(WebBackendProvider.class, WebRequestPlatform.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }
}
