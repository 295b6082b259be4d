package io.github.pollhttp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.io.IOException;
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
import io.github.pollhttp.spi.Fault;
import io.github.pollhttp.spi.TimeLimit;

/** The rules that keep this module small under TeaVM and its rooms apart. */
class HouseRulesTest {
    private static final String OURS = "io.github.pollhttp";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(OURS);

    private static final Set<String> PACKAGES = Set.of("java.util", "java.util.function", OURS, OURS + ".spi",
            OURS + ".request", OURS + ".cookies", OURS + ".events", OURS + ".queue");
    private static final Set<String> SINGLE_CLASSES = Set.of(IOException.class.getName(), ByteBuffer.class.getName(),
            Buffer.class.getName());
    private static final Set<String> DEAR_METHODS = Set.of("format", "formatted", "split", "matches", "replaceAll",
            "replaceFirst", "getBytes");

    private static boolean isCheapUnderTeaVM(JavaClass used) {
        return used.getPackageName().equals("java.lang") || used.getPackageName().startsWith("java.lang.")
                || PACKAGES.contains(used.getPackageName()) || SINGLE_CLASSES.contains(used.getName());
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
    void thisModuleDependsOnlyOnWhatIsCheapUnderTeaVM() {
        classes().should()
                .onlyDependOnClassesThat(describe("are cheap under TeaVM", HouseRulesTest::isCheapUnderTeaVM))
                .check(CLASSES);
    }

    @Test
    void nothingCallsAMethodOfStringThatBringsRegularExpressionsOrCharsets() {
        noClasses().should()
                .accessTargetWhere(describe("it is one of " + DEAR_METHODS, HouseRulesTest::isDear))
                .check(CLASSES);
    }

    @Test
    void ofWhatABackendSeesOnlyAFaultNamesAStatus() {
        noClasses().that()
                .resideInAPackage(OURS + ".spi")
                .and()
                .areNotAssignableTo(Fault.class)
                .and()
                .doNotHaveFullyQualifiedName(TimeLimit.class.getName())
                .and()
                .haveNameNotMatching(".*\\$\\d+") // what the compiler makes of a switch
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Status.class.getName())
                .check(CLASSES);
    }

    @Test
    void onlySetStatusSetsTheStatus() {
        noClasses().should()
                .setFieldWhere(clientsStatusOutsideOf(Set.of("setStatus", "<init>")))
                .check(CLASSES);
    }

    @Test
    void theStatusIsSetInOnePlace() {
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
