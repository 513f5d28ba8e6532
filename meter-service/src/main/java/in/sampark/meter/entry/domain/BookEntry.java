package in.sampark.meter.entry.domain;

import in.sampark.meter.balance.domain.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the billing system wants booked.
 *
 * @param id which one
 * @param connectionId whose account
 * @param kind what it is
 * @param paise amount; below zero for a debit, or arrears given up
 * @param day local day it belongs to
 * @param reason in words
 * @param bookedAt when the billing system booked it
 */
public record BookEntry(
        Id id, String connectionId, Kind kind, long paise, LocalDate day, String reason, Instant bookedAt) {

    /** The billing system's id, unique within a company. */
    public record Id(String discom, String entry) {}

    /** What an entry is. */
    public enum Kind {
        OPENING_BALANCE,
        ADJUSTMENT,
        ARREARS,
        UNKNOWN
    }

    /** Whether it books the same as another. */
    boolean matches(BookEntry other) {
        return connectionId.equals(other.connectionId)
                && kind == other.kind
                && paise == other.paise
                && day.equals(other.day);
    }

    /** Its line in the ledger. Arrears leave the balance alone: they are carried over and owed beside it. */
    LedgerEntry line() {
        boolean arrears = kind == Kind.ARREARS;
        return LedgerEntry.ofMoney(
                switch (kind) {
                    case OPENING_BALANCE -> LedgerEntry.Kind.OPENING_BALANCE;
                    case ARREARS -> LedgerEntry.Kind.ARREARS;
                    case ADJUSTMENT, UNKNOWN -> LedgerEntry.Kind.CORRECTION;
                },
                connectionId,
                day,
                id.entry(),
                bookedAt,
                0,
                arrears ? -paise : paise,
                arrears ? paise : 0);
    }
}
