package in.sampark.infrastructure;

/**
 * A process of an earlier run that outlived it.
 *
 * @param name the child it was
 */
public record Leftover(String name, ProcessHandle process) {

    public long pid() {
        return process.pid();
    }

    @Override
    public String toString() {
        return name + " (pid " + pid() + ")";
    }
}
