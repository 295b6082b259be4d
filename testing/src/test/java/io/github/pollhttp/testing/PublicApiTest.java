package io.github.pollhttp.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.gdx.PollNet;

/**
 * Compares everything that programs can use, in all modules that export packages, with the recorded list. It lives in this module because it is the last
 * of them that is built.
 */
class PublicApiTest {
    private static final Path RECORDED = Path.of("src/test/resources/public-api.txt");
    private static final Path FOUND = Path.of("target/public-api.txt");

    @Test
    void publicApiIsTheRecordedOne() throws Exception {
        List<String> found = publicApi();
        Files.write(FOUND, found);
        List<String> recorded = Files.readAllLines(RECORDED);

        assertEquals("", without(recorded, found),
                "These have gone or changed. Programs may use them: see RELEASING.md");
        assertEquals("", without(found, recorded),
                "These are new. If programs shall use them: cp testing/target/public-api.txt testing/" + RECORDED);
    }

    /** The module exports the package {@code internal} only to other modules of PollHTTP, which alone call these methods of {@code spi}. */
    @Test
    void onlySpiNamesInternalTypes() throws Exception {
        assertEquals(List.of(), publicApi().stream()
                .filter(line -> line.contains("io.github.pollhttp.internal."))
                .filter(line -> !line.contains(" io.github.pollhttp.spi."))
                .toList());
    }

    private static List<String> publicApi() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : exportedTypes()) {
            lines.add(declaration(type));
            members(type).sorted().forEach(lines::add);
        }
        return lines;
    }

    private static String without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).collect(Collectors.joining("\n"));
    }

    private static List<Class<?>> exportedTypes() throws Exception {
        ModuleFinder finder = ModuleFinder.of(folder(HTTPClient.class), folder(PollNet.class),
                folder(ScriptedNetwork.class));
        List<Class<?>> types = new ArrayList<>();
        for (ModuleReference module : finder.findAll()) {
            Set<String> packages = module.descriptor().exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            try (ModuleReader reader = module.open()) {
                for (String file : reader.list().filter(name -> name.endsWith(".class")).toList()) {
                    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
                    if (packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
                        types.add(Class.forName(name, false, PublicApiTest.class.getClassLoader()));
                    }
                }
            }
        }
        return types.stream()
                .filter(PublicApiTest::isReachable)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .collect(Collectors.toList());
    }

    private static Path folder(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static boolean isReachable(Class<?> type) {
        return type == null || isVisible(type.getModifiers()) && !type.isAnonymousClass()
                && isReachable(type.getEnclosingClass());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String declaration(Class<?> type) {
        Stream<String> parents = Stream.concat(Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces())).map(Object::toString);
        return type.toGenericString() + parents.collect(Collectors.joining(", ", " : ", ""));
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.of(
                lines(type.getDeclaredConstructors(), Constructor::toGenericString),
                lines(type.getDeclaredMethods(), Method::toGenericString),
                lines(type.getDeclaredFields(), PublicApiTest::withValue))
                .flatMap(Function.identity());
    }

    private static <M extends Member> Stream<String> lines(M[] members, Function<M, String> print) {
        return Arrays.stream(members)
                .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
                .map(member -> print.apply(member).replace(" synchronized ", " "));
    }

    /** The compiler copies the value of a constant into the programs that use it. */
    private static String withValue(Field field) {
        boolean constant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        try {
            return field.toGenericString() + (constant ? " = " + field.get(null) : "");
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
