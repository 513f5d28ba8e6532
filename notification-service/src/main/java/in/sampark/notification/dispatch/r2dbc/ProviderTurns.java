package in.sampark.notification.dispatch.r2dbc;

import in.sampark.notification.dispatch.domain.Rank;
import in.sampark.notification.dispatch.domain.Rate.Booking;
import in.sampark.platform.database.Column;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The time of providers, shared by all instances; by the database's clock alone. */
public class ProviderTurns {

    private static final String BOOK = """
            insert into provider_turns as t (provider, urgent_until, alert_until, rest_until)
            values ($1, now() + $2::bigint * interval '1 us', now() + $3::bigint * interval '1 us',
                    now() + $4::bigint * interval '1 us')
            on conflict (provider) do update
              set urgent_until = greatest(t.urgent_until, now()) + $2::bigint * interval '1 us',
                  alert_until = greatest(t.alert_until, now()) + $3::bigint * interval '1 us',
                  rest_until = greatest(t.rest_until, now()) + $4::bigint * interval '1 us'
              where t.%1$s <= now() + $5::bigint * interval '1 us'
            returning (extract(epoch from %1$s - now()) * 1000000)::bigint as until
            """;

    private static final Map<Rank, String> STATEMENTS = Arrays.stream(Rank.values())
            .collect(Collectors.toMap(
                    rank -> rank, rank -> BOOK.formatted(column(rank)), (a, b) -> a, () -> new EnumMap<>(Rank.class)));

    private final DatabaseClient database;

    public ProviderTurns(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Books time of a provider.
     *
     * @return how long until it begins; empty when that would be longer than {@code within}, and then nothing is booked
     */
    public Mono<Duration> book(String provider, Rank rank, Booking booking, Duration within) {
        return database.sql(Objects.requireNonNull(STATEMENTS.get(rank)))
                .bind("$1", provider)
                .bind("$2", micros(booking.fromUrgent()))
                .bind("$3", micros(booking.fromAlert()))
                .bind("$4", micros(booking.fromRest()))
                .bind("$5", micros(within))
                .map(row -> Duration.of(Column.of(row, "until", Long.class), ChronoUnit.MICROS)
                        .minus(booking.of(rank)))
                .one();
    }

    private static String column(Rank rank) {
        return switch (rank) {
            case URGENT -> "urgent_until";
            case ALERT -> "alert_until";
            case REST -> "rest_until";
        };
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }
}
