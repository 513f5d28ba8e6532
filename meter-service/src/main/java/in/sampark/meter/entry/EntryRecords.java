package in.sampark.meter.entry;

import in.sampark.contract.utility.AccountEntry;
import in.sampark.meter.entry.domain.BookEntry;

/** Entries as their topic carries them. */
final class EntryRecords {

    private EntryRecords() {}

    static BookEntry entry(AccountEntry record) {
        return new BookEntry(
                new BookEntry.Id(record.getDiscom(), record.getEntryId()),
                record.getConnectionId(),
                switch (record.getKind()) {
                    case OPENING_BALANCE -> BookEntry.Kind.OPENING_BALANCE;
                    case ADJUSTMENT -> BookEntry.Kind.ADJUSTMENT;
                    case ARREARS -> BookEntry.Kind.ARREARS;
                    case UNKNOWN -> BookEntry.Kind.UNKNOWN;
                },
                record.getAmountPaise(),
                record.getDay(),
                record.getReason(),
                record.getOccurredAt());
    }
}
