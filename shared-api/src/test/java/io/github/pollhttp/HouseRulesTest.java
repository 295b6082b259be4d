package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.stream.Collectors;
import java.nio.charset.StandardCharsets;
import java.io.InputStream;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.Timeout;

/** Rules that keep this module small under TeaVM and its packages separate. */
class HouseRulesTest {
    private static final String OURS = "io.github.pollhttp";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(OURS);

    private static final Set<String> JDK_PACKAGES = Set.of("java.util", "java.util.function");
    private static final Set<String> SINGLE_CLASSES = Set.of(IOException.class.getName(), ByteBuffer.class.getName(),
            Buffer.class.getName());
    private static final Set<String> DEAR_METHODS = Set.of("format", "formatted", "split", "matches", "replaceAll",
            "replaceFirst", "getBytes");

    private static boolean isCheapUnderTeaVM(JavaClass used) {
        return used.getPackageName().equals("java.lang") || used.getPackageName().startsWith("java.lang.")
                || JDK_PACKAGES.contains(used.getPackageName())
                || used.getPackageName().equals("org.jspecify.annotations") // TeaVM ignores them
                || used.getPackageName().startsWith(OURS) || SINGLE_CLASSES.contains(used.getName());
    }

    private static boolean isDear(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(String.class) && DEAR_METHODS.contains(access.getName());
    }

    private static boolean isClientsStatus(JavaFieldAccess access) {
        return access.getTargetOwner().isEquivalentTo(PollingClient.class) && access.getName().equals("status");
    }

    private static DescribedPredicate<JavaFieldAccess> clientsStatusOutsideOf(Set<String> methods) {
        return describe("the client's status outside of " + methods,
                access -> isClientsStatus(access) && !methods.contains(access.getOrigin().getName()));
    }

    @Test
    void classesDependOnlyOnTypesThatAreCheapUnderTeaVM() {
        classes().should()
                .onlyDependOnClassesThat(describe("are cheap under TeaVM", HouseRulesTest::isCheapUnderTeaVM))
                .check(CLASSES);
    }

    @Test
    void noClassCallsStringMethodsThatBringRegularExpressionsOrCharsets() {
        noClasses().should()
                .accessTargetWhere(describe("it is one of " + DEAR_METHODS, HouseRulesTest::isDear))
                .check(CLASSES);
    }

    /**
     * Imports point one way. The one cycle is between the root and spi: {@code HTTPClient} asks a backend for its work, and a backend's contract
     * speaks in the types of the root.
     */
    @Test
    void importsPointOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("root").definedBy(OURS)
                .layer("spi").definedBy(OURS + ".spi")
                .layer("internal").definedBy(OURS + ".internal")
                .layer("content").definedBy(OURS + ".content")
                .layer("cookies").definedBy(OURS + ".cookies")
                .layer("events").definedBy(OURS + ".events")
                .layer("request").definedBy(OURS + ".request")
                .layer("queue").definedBy(OURS + ".queue")
                .whereLayer("root").mayOnlyAccessLayers("spi", "internal")
                .whereLayer("spi").mayOnlyAccessLayers("root", "internal")
                .whereLayer("internal").mayNotAccessAnyLayer()
                .whereLayer("content").mayOnlyAccessLayers("root", "spi", "internal")
                .whereLayer("cookies").mayOnlyAccessLayers("root", "internal")
                .whereLayer("events").mayOnlyAccessLayers("root", "spi", "internal", "content", "cookies", "request")
                .whereLayer("request").mayOnlyAccessLayers("root", "spi", "internal", "content", "cookies")
                .whereLayer("queue").mayOnlyAccessLayers("root", "spi", "internal", "cookies", "request")
                .check(CLASSES);
        classes().should()
                .resideInAnyPackage(OURS, OURS + ".spi", OURS + ".internal", OURS + ".content", OURS + ".cookies",
                        OURS + ".events", OURS + ".request", OURS + ".queue")
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

    @Test
    void inSpiOnlyFailuresAndTimeoutsNameAStatus() {
        noClasses().that()
                .resideInAPackage(OURS + ".spi")
                .and()
                .areNotAssignableTo(BackendFailure.class)
                .and()
                .doNotHaveFullyQualifiedName(Timeout.class.getName())
                .and()
                .haveNameNotMatching(".*\\$\\d+") // what the compiler makes of a switch
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Status.class.getName())
                .check(CLASSES);
    }

    @Test
    void onlySetStatusAndConstructorsSetTheStatus() {
        noClasses().should()
                .setFieldWhere(clientsStatusOutsideOf(Set.of("setStatus", "<init>")))
                .check(CLASSES);
    }

    @Test
    void setStatusAssignsTheStatusOnce() {
        long places = CLASSES.get(PollingClient.class)
                .getField("status")
                .getAccessesToSelf()
                .stream()
                .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                .filter(access -> access.getOrigin().getName().equals("setStatus"))
                .count();

        assertEquals(1, places);
    }
}
