package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.lang.reflect.Method;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.AsynchronousChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * Each use of a blocking method of the JDK is listed here with its reason, so that a new one fails the build. This reads the compiled classes,
 * which show neither the arguments of a call nor a {@code synchronized} block. {@link NothingWaitsTest} watches the calls at run time instead;
 * it does not see a wait for a monitor either.
 */
class BlockingCallRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.pollhttp.jvm");

    private static final String ON_THREAD_OF_LIBRARY = "runs on a thread of the library's";
    private static final String IS_DONE = "is called only after isDone(), so it returns at once";
    private static final String LITERAL = "is given a literal address, which is not looked up";
    private static final String NON_BLOCKING_CHANNEL = "sets the channel to non-blocking before it connects";
    private static final String SHORT_LOCK = "is held during calls that do not block themselves";

    /** Class and method that it calls, and the reason. */
    private static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("BlockingWaitSet Selector.select",
                    "is the wait of blocking mode, which the program has asked for"),
            Map.entry("SharedResolver InetAddress.getAllByName", ON_THREAD_OF_LIBRARY),
            Map.entry("TlsThreads Semaphore.tryAcquire", ON_THREAD_OF_LIBRARY),
            Map.entry("RevocationCheck CompletableFuture.get", ON_THREAD_OF_LIBRARY),
            Map.entry("LoopThread Selector.select", ON_THREAD_OF_LIBRARY),
            Map.entry("Dialer CompletableFuture.get", IS_DONE),
            Map.entry("TlsHandshake CompletableFuture.get", IS_DONE),
            Map.entry("TlsRecords CompletableFuture.get", IS_DONE),
            Map.entry("DomainName InetAddress.getByName", LITERAL),
            Map.entry("ServerName InetAddress.getByName", LITERAL),
            Map.entry("TcpConnect SocketChannel.open", NON_BLOCKING_CHANNEL),
            Map.entry("TcpConnect SocketChannel.configureBlocking", NON_BLOCKING_CHANNEL),
            Map.entry("TlsStream ReentrantLock.lock", SHORT_LOCK)));

    /** Classes with synchronized methods. */
    private static final Map<String, String> SYNCHRONIZED = Map.of(
            "SharedResolver", SHORT_LOCK,
            "IoLoop", SHORT_LOCK,
            "TlsEngines", ON_THREAD_OF_LIBRARY);

    private static Set<String> blockingCallsOf(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(BlockingCalls::isBlocking)
                .map(BlockingCallRulesTest::describe)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String describe(JavaAccess<?> access) {
        return access.getOriginOwner().getSimpleName() + " " + access.getTargetOwner().getSimpleName() + "."
                + access.getName();
    }

    private static Set<String> simpleNamesOf(Stream<JavaClass> classes) {
        return classes.map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void onlyTheListedClassesCallBlockingMethods() {
        assertEquals(ALLOWED.keySet(), blockingCallsOf(CLASSES));
    }

    @Test
    void onlyTheListedClassesHaveSynchronizedMethods() {
        assertEquals(SYNCHRONIZED.keySet(), simpleNamesOf(CLASSES.stream().filter(type -> type.getMethods().stream()
                .anyMatch(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED)))));
    }

    @Test
    void classesThatGetTheResultOfADoneFutureAskWhetherItIsDone() {
        Set<String> asking = simpleNamesOf(CLASSES.stream().filter(type -> type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("isDone")
                        && call.getTargetOwner().isAssignableTo(Future.class))));

        ALLOWED.forEach((use, reason) -> {
            String type = use.substring(0, use.indexOf(' '));
            assertTrue(!reason.equals(IS_DONE) || asking.contains(type), () -> type + " does not call isDone()");
        });
    }

    @Test
    void blockingSocketsUrlConnectionsAndProcessesAreNotUsed() {
        noClasses().should().accessTargetWhere(targetOwner(assignableTo(Socket.class)
                .or(assignableTo(ServerSocket.class))
                .or(assignableTo(DatagramSocket.class))
                .or(assignableTo(URLConnection.class))
                .or(assignableTo(ServerSocketChannel.class))
                .or(assignableTo(DatagramChannel.class))
                .or(assignableTo(AsynchronousChannel.class))
                .or(assignableTo(Pipe.class))
                .or(assignableTo(Process.class))
                .or(assignableTo(ProcessBuilder.class))))
                .check(CLASSES);
    }

    // The rules can fail

    /** Calls of each kind that the rule has to find, and two that do not block. */
    private static final class Samples {
        private final ReentrantLock lock = new ReentrantLock();

        void call(CompletableFuture<String> future, LinkedBlockingQueue<String> queue, Semaphore permits)
                throws Exception {
            future.join();
            queue.take();
            queue.poll(1, TimeUnit.SECONDS);
            permits.acquire();
            lock.lock();
            wait();
            new InetSocketAddress("example.com", 80);
        }

        Callable<?> inLambda(Future<String> future) {
            return () -> future.get();
        }

        Function<InetAddress, String> byReference() {
            return InetAddress::getHostName;
        }

        boolean withoutWaiting(LinkedBlockingQueue<String> queue) {
            return queue.poll() != null && lock.tryLock();
        }
    }

    @Test
    void blockingCallsAreFoundInMethodsLambdasAndReferences() {
        JavaClasses samples = new ClassFileImporter().importClasses(Samples.class);

        assertEquals(Set.of("Samples CompletableFuture.join", "Samples LinkedBlockingQueue.take",
                "Samples LinkedBlockingQueue.poll", "Samples Semaphore.acquire", "Samples ReentrantLock.lock",
                "Samples Object.wait", "Samples InetSocketAddress.<init>", "Samples Future.get",
                "Samples InetAddress.getHostName"), blockingCallsOf(samples));
    }

    @Test
    void eachMethodOfTheTableExists() {
        for (BlockingCalls.Entry entry : BlockingCalls.ALL) {
            Set<String> existing = Stream.concat(Arrays.stream(entry.owner().getMethods()).map(Method::getName),
                    Stream.of(JavaConstructor.CONSTRUCTOR_NAME)).collect(Collectors.toSet());
            assertTrue(existing.containsAll(entry.names()), () -> entry + " has names that do not exist");
        }
    }
}
