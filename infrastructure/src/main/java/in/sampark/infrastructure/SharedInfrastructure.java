package in.sampark.infrastructure;

/** One temporary infrastructure for all tests of a JVM, started by the first that asks and stopped with the JVM. */
public final class SharedInfrastructure {

    private SharedInfrastructure() {}

    /** The infrastructure, ready for use. */
    public static Infrastructure get() {
        return Started.INFRASTRUCTURE;
    }

    private static final class Started {
        static final Infrastructure INFRASTRUCTURE = Infrastructure.start(Settings.temporary());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INFRASTRUCTURE::close, "shared-infrastructure"));
        }
    }
}
