package in.sampark.benchmarks;

import java.util.Map;

/** Something whose speed is measured. */
public interface Benchmark {

    /** As the command line says it. */
    String name();

    /** What is measured, in one line, with its options and their defaults. */
    String description();

    /** Measures. @param options sizes, by name; those that are not set have defaults */
    Measurement run(Map<String, String> options, Bench bench) throws Exception;
}
