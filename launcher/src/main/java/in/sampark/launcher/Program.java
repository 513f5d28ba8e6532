package in.sampark.launcher;

import java.net.URI;

/**
 * One JVM to be run.
 *
 * @param name what people call it; instances of a module are numbered
 * @param module the module that builds it
 */
record Program(String name, String module, int port) {

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Whether it is its module's first. */
    boolean isFirst() {
        return name.equals(module);
    }
}
