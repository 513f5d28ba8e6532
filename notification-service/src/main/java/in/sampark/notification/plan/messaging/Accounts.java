package in.sampark.notification.plan.messaging;

/** Account numbers as consumers know them. */
final class Accounts {

    private Accounts() {}

    /** The account number in a connection id, which is {@code <discom>:<account number>}. */
    static String of(String connectionId) {
        return connectionId.substring(connectionId.indexOf(':') + 1);
    }
}
