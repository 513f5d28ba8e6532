package in.sampark.consumer.contact.domain;

/** When a consumer wants to be warned of a low balance. */
public sealed interface LowBalanceWish {

    /** When less than this is left. */
    record Paise(long amount) implements LowBalanceWish {

        public Paise {
            if (amount < 1) {
                throw new IllegalArgumentException("low balance: " + amount + " paise (expected: > 0)");
            }
        }
    }

    /** When it lasts for fewer days. */
    record Days(int days) implements LowBalanceWish {

        private static final int MOST = 60;

        public Days {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException("low balance: " + days + " days (expected: 1 to " + MOST + ")");
            }
        }
    }
}
