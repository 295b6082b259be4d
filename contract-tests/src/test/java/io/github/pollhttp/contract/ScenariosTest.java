package io.github.pollhttp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;

class ScenariosTest {
    private static final Set<String> PORTABLE = Set.of("java.lang", "java.lang.invoke", "java.lang.runtime",
            "java.util", "java.util.function",
            "io.github.pollhttp", "io.github.pollhttp.cookies", "io.github.pollhttp.events", "io.github.pollhttp.queue",
            "io.github.pollhttp.request", "io.github.pollhttp.internal", "io.github.pollhttp.contract",
            "io.github.pollhttp.contract.httprequest", "io.github.pollhttp.contract.convenience");

    private static boolean isPortable(JavaClass used) {
        return PORTABLE.contains(used.getPackageName()) || used.isEquivalentTo(ByteBuffer.class)
                || used.isEquivalentTo(Buffer.class);
    }

    @Test
    void scenariosUseOnlyClassesThatTeaVMHas() {
        classes().that().resideInAnyPackage("io.github.pollhttp.contract", "io.github.pollhttp.contract.httprequest",
                "io.github.pollhttp.contract.convenience")
                .should()
                .onlyDependOnClassesThat(describe("are portable", ScenariosTest::isPortable))
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.pollhttp.contract"));
    }

    @Test
    void eachScenarioHasAUniqueIdAndAnExpectedTrace() {
        List<Scenario<?>> all = new ArrayList<>(AllClientScenarios.list());
        all.addAll(AllRequestScenarios.list());
        all.addAll(AllConvenienceScenarios.list());
        all.addAll(AllNetScenarios.list());
        Set<String> ids = new HashSet<>();
        for (Scenario<?> scenario : all) {
            ids.add(scenario.id());
            assertNotNull(scenario.trace(), scenario.name());
            for (Engine engine : Engine.values()) {
                assertEquals(scenario.reason(engine).isEmpty(), scenario.trace().equals(scenario.trace(engine)),
                        scenario.name());
            }
        }
        assertEquals(all.size(), ids.size());
    }

    @Test
    void versionsOfAnEngineMayDiffer() {
        ClientScenario scenario = ClientScenario.named("any").traces("a").butInBrowser("b", "browsers differ")
                .butIn(Engine.NODE, "c", "old versions differ").butIn(Engine.NODE, "d", "new versions differ");

        assertEquals("c", scenario.trace(Engine.NODE));
        assertEquals("old versions differ; new versions differ", scenario.reason(Engine.NODE));
        for (String trace : List.of("b", "c", "d")) {
            assertTrue(scenario.isPossible(Engine.NODE, trace), trace);
        }
        assertFalse(scenario.isPossible(Engine.NODE, "a"));
        assertFalse(scenario.isPossible(Engine.FIREFOX, "c"));
    }
}
