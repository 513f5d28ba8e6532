package in.sampark.consumer.importing.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a connections file, found by name in any order. */
public enum Column {
    ACCOUNT_NO,
    NAME,
    MOBILE,
    LANGUAGE,
    DISCOM,
    ZONE,
    CIRCLE,
    DIVISION,
    SUB_DIVISION,
    SUBSTATION,
    FEEDER_CODE,
    DT_CODE,
    CATEGORY,
    SANCTIONED_LOAD_KW,
    BILLING_MODE,
    METER_NO,
    SUPPLY_FROM,
    SUPPLY_TO,
    BILLING_MODE_FROM;

    /** As the header says it, e.g. account_no. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file may come without it. */
    boolean optional() {
        return this == MOBILE || this == BILLING_MODE_FROM;
    }

    static Optional<Column> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title().equals(title))
                .findAny();
    }

    /** Where a level of the network stands, e.g. feeder. */
    static Column ofLevel(String title) {
        return titled(title)
                .or(() -> titled(title + "_code"))
                .orElseThrow(() -> new IllegalArgumentException("level: " + title + " (expected: a column's title)"));
    }

    static List<Column> required() {
        return Arrays.stream(values()).filter(column -> !column.optional()).toList();
    }
}
