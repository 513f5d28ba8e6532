package in.sampark.notification.plan.domain;

/** Account numbers as consumers know them. */
public final class Accounts {

    private Accounts() {}

    /** The account number in a connection id, which is {@code <discom>:<account number>}. */
    public static String of(String connectionId) {
        return connectionId.substring(connectionId.indexOf(':') + 1);
    }
}
