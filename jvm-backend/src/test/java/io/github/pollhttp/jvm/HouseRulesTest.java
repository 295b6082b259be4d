package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasReturnType.Predicates.rawReturnType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Date;
import java.util.Formatter;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.Timer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.spi.ResponseHead;

/** The rules of this module's structure: what the HTTP/1.1 engine may use, which package may use which, and which types are public. */
class HouseRulesTest {
    private static final String BACKEND = "io.github.pollhttp.jvm";
    private static final String ENGINE = BACKEND + ".http1";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BACKEND);

    /** In the packages of the JDK that the engine may use, these are the types for input, output, time, or threads. */
    private static final Class<?>[] IMPURE = {Thread.class, ThreadGroup.class, ThreadLocal.class, Runtime.class,
            Process.class,
            ProcessBuilder.class, Date.class, Calendar.class, Timer.class, Random.class, Scanner.class,
            Formatter.class};

    @Test
    void engineUsesNoInputOutputClockOrThread() {
        classes().that().resideInAPackage(ENGINE).should().onlyDependOnClassesThat(
                JavaClass.Predicates
                        .resideInAnyPackage("java.lang", "java.lang.invoke", "java.lang.runtime", "java.util",
                                "java.nio",
                                "java.nio.charset", "io.github.pollhttp.internal", ENGINE)
                        .or(JavaClass.Predicates.belongToAnyOf(Failure.class, ResponseLimits.class,
                                ResponseHead.class, FailureException.class)))
                .check(CLASSES);
        for (Class<?> impure : IMPURE) {
            noClasses().that().resideInAPackage(ENGINE).should().dependOnClassesThat().areAssignableTo(impure)
                    .check(CLASSES);
        }
        noClasses().that().resideInAPackage(ENGINE).should().accessTargetWhere(targetOwner(equivalentTo(System.class))
                .and(not(target(nameMatching("arraycopy"))))).check(CLASSES);
        noClasses().that().resideInAPackage(ENGINE).should()
                .accessTargetWhere(target(nameMatching("wait|notify|notifyAll")))
                .check(CLASSES);
        noMethods().that().areDeclaredInClassesThat().resideInAPackage(ENGINE).should()
                .haveModifier(JavaModifier.SYNCHRONIZED).check(CLASSES);
    }

    @Test
    void engineUsesNoOtherPackageOfTheBackend() {
        noClasses().that().resideInAPackage(ENGINE).should()
                .dependOnClassesThat(resideInAPackage(BACKEND + "..").and(not(resideInAPackage(ENGINE))))
                .check(CLASSES);
    }

    /** {@code Status} is Godot's view of a connection; the client alone derives it. */
    @Test
    void backendDoesNotUseTheStatusOfTheClient() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(Status.class).check(CLASSES);
        noClasses().should().callCodeUnitWhere(JavaCall.Predicates.target(rawReturnType(Status.class))).check(CLASSES);
    }

    /** The backend is on top, the network and the threads are at the bottom. A new package has to be added here. */
    @Test
    void importsPointOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("backend").definedBy(BACKEND)
                .layer("tls").definedBy(BACKEND + ".tls")
                .layer("idna").definedBy(BACKEND + ".idna")
                .layer("proxy").definedBy(BACKEND + ".proxy")
                .layer("http1").definedBy(ENGINE)
                .layer("net").definedBy(BACKEND + ".net")
                .layer("request").definedBy(BACKEND + ".request")
                .layer("thread").definedBy(BACKEND + ".thread")
                .whereLayer("backend").mayOnlyAccessLayers("tls", "proxy", "http1", "net", "request")
                .whereLayer("tls").mayOnlyAccessLayers("net", "thread", "idna")
                .whereLayer("idna").mayNotAccessAnyLayer()
                .whereLayer("proxy").mayOnlyAccessLayers("net", "http1")
                .whereLayer("http1").mayNotAccessAnyLayer()
                .whereLayer("net").mayOnlyAccessLayers("thread")
                .whereLayer("request").mayOnlyAccessLayers("net", "thread")
                .whereLayer("thread").mayNotAccessAnyLayer()
                .check(CLASSES);
        classes().should()
                .resideInAnyPackage(BACKEND, BACKEND + ".idna", BACKEND + ".tls", BACKEND + ".proxy", ENGINE,
                        BACKEND + ".net",
                        BACKEND + ".request", BACKEND + ".thread")
                .check(CLASSES);
    }

    /** A type is public only if another package of this module uses it; programs cannot see it, because the module exports no package. */
    @Test
    void publicTopLevelTypesAreThoseOfTheList() throws IOException {
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
    void moduleExportsNoPackage() throws Exception {
        Path classes = Path.of(JvmBackendProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleDescriptor module = ModuleFinder.of(classes).find(BACKEND).orElseThrow().descriptor();

        assertEquals(Set.of(), module.exports());
        assertEquals(Set.of(), module.opens());
    }
}
