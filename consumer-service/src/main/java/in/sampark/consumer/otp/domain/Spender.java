package in.sampark.consumer.otp.domain;

/**
 * Who spends of an allowance.
 *
 * @param who the number, account, officer or address itself; personal data, it is kept as a keyed hash only
 */
public record Spender(Kind kind, String who) {

    /** What is limited. Each kind counts for itself. */
    public enum Kind {
        /** Codes sent to a number, whoever asked. */
        NUMBER,
        /** Codes sent again to a number for the same connection. */
        RESENDING,
        /**
         * Codes asked for a number and a connection that are sent only if the two belong together: until then nothing is spent that others need, or
         * whoever names the number of one and the account of another would keep codes from both.
         */
        HOLDING,
        /** Codes an officer had sent for a connection. */
        ACCOUNT,
        /** Codes an officer had sent. */
        OFFICER,
        /** Codes strangers asked for an account, or to log in by for an account and a number: counted apart, or they could keep the officer from the consumer. */
        STRANGERS_ACCOUNT,
        /** Codes asked for from an address. */
        ADDRESS,
        /** Guesses from an address. */
        GUESSING_ADDRESS
    }

    @Override
    public String toString() {
        return "Spender[" + kind + "]";
    }
}
