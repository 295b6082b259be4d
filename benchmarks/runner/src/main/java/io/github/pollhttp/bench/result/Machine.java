package io.github.pollhttp.bench.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.sun.management.OperatingSystemMXBean;

/** The machine and the date of the run. */
public record Machine(String date, String processor, int cores, long memoryGib, String system, String jvm) {
    private static final long GIB = 1024L * 1024 * 1024;

    static Machine here() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(LocalDate.now(ZoneOffset.UTC).toString(), processorName(), system.getAvailableProcessors(),
                Math.round((double) system.getTotalMemorySize() / GIB),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }

    /** Returns the name of the processor on Linux, and the architecture on other systems. */
    private static String processorName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2)).findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return processor + ", " + cores + " cores, " + memoryGib + " GiB, " + system + ", " + jvm;
    }
}
