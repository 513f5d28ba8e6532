package in.sampark.consumer.contact.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How and of what a consumer wants to be told.
 *
 * @param languageChosen whether the language is the consumer's own choice, which no master overrules
 * @param switchedOff what they don't want to hear of
 * @param lowBalance when they want to be warned, instead of the company's rungs; null for those
 * @param quietHours when nothing is sent that can wait; null for none
 * @param consents what they agreed to, and have not withdrawn
 */
public record Preferences(
        boolean languageChosen,
        Set<Category> switchedOff,
        @Nullable LowBalanceWish lowBalance,
        @Nullable QuietHours quietHours,
        Set<Consent> consents) {

    /** Of somebody who never said anything. */
    public static final Preferences NONE = new Preferences(false, Set.of(), null, null, Set.of());

    public Preferences {
        switchedOff = Set.copyOf(switchedOff);
        consents = Set.copyOf(consents);
        if (switchedOff.stream().anyMatch(category -> !category.optional())) {
            throw new IllegalArgumentException(
                    "switched off: " + switchedOff + " (expected: some of " + Category.OPTIONAL + ")");
        }
    }

    /** The same of somebody who chose their language. */
    public Preferences withLanguageChosen() {
        return new Preferences(true, switchedOff, lowBalance, quietHours, consents);
    }

    /** The same with a consent given or withdrawn. */
    public Preferences with(Consent consent, boolean given) {
        Collection<Consent> held = new TreeSet<>(consents);
        if (given) {
            held.add(consent);
        } else {
            held.remove(consent);
        }
        return new Preferences(languageChosen, switchedOff, lowBalance, quietHours, Set.copyOf(held));
    }

    /** What is told, as far as consumers may tell apart. */
    public enum Category {
        /** Interruptions of supply; a duty by the Electricity (Rights of Consumers) Rules 2020. */
        OUTAGE(false),
        /** Cuts and restorations; due notice is the consumer's right. */
        SUPPLY(false),
        BALANCE(true),
        RECHARGE(true),
        BILL(true),
        CAMPAIGN(true);

        private static final Set<Category> OPTIONAL = EnumSet.of(BALANCE, RECHARGE, BILL, CAMPAIGN);

        private final boolean optional;

        Category(boolean optional) {
            this.optional = optional;
        }

        /** Whether consumers may switch it off. */
        public boolean optional() {
            return optional;
        }
    }

    /** A way to reach somebody. */
    public enum Channel {
        SMS,
        WHATSAPP
    }

    /** What somebody is reached for. */
    public enum Purpose {
        /** What concerns their own supply and account. */
        SERVICE,
        /** Anything else. */
        PROMOTION,
        /** What is left of the balance, every day. */
        BALANCE_DAILY,
        /** What is left of the balance, when a month has ended. */
        BALANCE_MONTHLY
    }

    /** Something a consumer can agree to. */
    public record Consent(Channel channel, Purpose purpose) implements Comparable<Consent> {

        /** Reads back what {@link #toString} wrote. */
        public static Consent of(String text) {
            String[] parts = text.split("/", -1);
            return new Consent(Channel.valueOf(parts[0]), Purpose.valueOf(parts[1]));
        }

        @Override
        public int compareTo(Consent other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return channel + "/" + purpose;
        }
    }
}
