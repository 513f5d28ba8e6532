package in.sampark.consumer.search.web;

import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.NameWords;
import in.sampark.consumer.connection.domain.RecordedConnection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A connection found: enough to recognise it.
 *
 * @param maskedName how the words of the name begin; null when there is none
 */
record ConnectionFound(
        String connectionId,
        String accountNo,
        @Nullable String maskedName,
        String areaPath,
        String substation,
        String feederCode,
        String dtCode,
        String billingMode,
        @Nullable String meterNo) {

    static ConnectionFound of(RecordedConnection recorded) {
        Connection connection = recorded.connection();
        return new ConnectionFound(
                connection.id().toString(),
                connection.id().accountNo(),
                masked(connection.name()),
                connection.area().path(),
                connection.feedingPoint().substation(),
                connection.feedingPoint().feederCode(),
                connection.feedingPoint().dtCode(),
                connection.billingMode().name().toLowerCase(Locale.ROOT),
                connection.meterNo());
    }

    private static @Nullable String masked(@Nullable ConsumerName name) {
        return Optional.ofNullable(name)
                .map(held -> NameWords.of(held.text()).words().stream()
                        .map(word ->
                                word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + "***")
                        .collect(Collectors.joining(" ")))
                .orElse(null);
    }
}
