package in.sampark.consumer.connection.web;

import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.RecordedConnection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connection as staff see it. */
record ConnectionView(
        String connectionId,
        long version,
        String discom,
        String accountNo,
        String areaPath,
        String substation,
        String feederCode,
        String dtCode,
        String category,
        BigDecimal sanctionedLoadKw,
        String billingMode,
        @Nullable LocalDate billingModeFrom,
        @Nullable String meterNo,
        LocalDate supplyFrom,
        @Nullable LocalDate supplyTo) {

    static ConnectionView of(RecordedConnection recorded) {
        Connection connection = recorded.connection();
        return new ConnectionView(
                connection.id().toString(),
                recorded.version(),
                connection.id().discom(),
                connection.id().accountNo(),
                connection.area().path(),
                connection.feedingPoint().substation(),
                connection.feedingPoint().feederCode(),
                connection.feedingPoint().dtCode(),
                connection.category(),
                BigDecimal.valueOf(connection.sanctionedLoadW(), 3).stripTrailingZeros(),
                connection.billingMode().name().toLowerCase(Locale.ROOT),
                connection.billingModeFrom(),
                connection.meterNo(),
                connection.supply().from(),
                connection.supply().to());
    }
}
