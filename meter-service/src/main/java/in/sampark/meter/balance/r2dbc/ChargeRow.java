package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;

/** A charge as the columns of its components. */
final class ChargeRow {

    private ChargeRow() {}

    static Charge read(Readable row) {
        return new Charge(
                Column.of(row, "energy_paise", Long.class),
                Column.of(row, "subsidy_paise", Long.class),
                Column.of(row, "fixed_paise", Long.class),
                Column.of(row, "surcharge_paise", Long.class),
                Column.of(row, "rebate_paise", Long.class),
                Column.of(row, "minimum_paise", Long.class),
                Column.of(row, "duty_paise", Long.class));
    }
}
