package in.sampark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a program takes of the machine, as the operating system sees it. */
public record Footprint(long pid) {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");

    /** @param module e.g. {@code consumer-service} */
    public static Footprint of(String module) {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("/" + module + "-"))
                .findAny()
                .map(child -> new Footprint(child.pid()))
                .orElseThrow(() -> new IllegalStateException(module + " is not running"));
    }

    /** The database server of a system whose data are in the folder. */
    public static Footprint ofPostgres(Path state) throws IOException {
        return new Footprint(Long.parseLong(
                Files.readAllLines(state.resolve("postgres/postmaster.pid")).getFirst()));
    }

    /** Seconds of processor time it and its children have had, those that have ended aside. */
    public double processorSeconds() {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    /** The most it has had in memory at once, heap and everything else; NaN where there is no /proc. */
    public double peakMb() throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (Files.notExists(status)) {
            return Double.NaN;
        }
        Matcher peak = PEAK.matcher(Files.readString(status));
        return peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : Double.NaN;
    }

    /** The heap it may have; NaN where its command line does not say. */
    public double heapMb() {
        String commandLine = ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .orElse("");
        Matcher heap = HEAP.matcher(commandLine);
        return heap.find() ? Double.parseDouble(heap.group(1)) : Double.NaN;
    }
}
