package in.sampark.consumer.selfservice.domain;

import java.util.Locale;

/** What somebody knows of a connection that is theirs. It stays out of logs. */
public sealed interface SecondProof {

    /** The number on the meter. */
    record MeterNumber(String text) implements SecondProof {

        @Override
        public String toString() {
            return "MeterNumber[***]";
        }
    }

    /** The payment gateway's reference of the last recharge. */
    record RechargeReference(String text) implements SecondProof {

        @Override
        public String toString() {
            return "RechargeReference[***]";
        }
    }

    /** The same text for the same proof, however it was typed. */
    default String canonical() {
        return switch (this) {
            case MeterNumber(String text) -> "METER " + typed(text);
            case RechargeReference(String text) -> "RECHARGE " + typed(text);
        };
    }

    private static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
