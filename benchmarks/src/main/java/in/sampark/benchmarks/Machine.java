package in.sampark.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What it was measured on. */
record Machine(String system, String processor, int cores, long memoryMb, String java) {

    static Machine current() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                bytes >> 20,
                System.getProperty("java.version"));
    }

    @Override
    public String toString() {
        return "%s, %s, %d cores, %d MB, Java %s".formatted(system, processor, cores, memoryMb, java);
    }
}
