package in.sampark.consumer.connection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection.
 *
 * @param name null when the master has none
 * @param category tariff category, e.g. LMV-1-URBAN
 * @param sanctionedLoadW watts, above 0
 * @param meterNo null without a meter
 * @param billingModeFrom first local day that is billed by the mode; null when not said
 */
public record Connection(
        ConnectionId id,
        AreaPath area,
        @Nullable ConsumerName name,
        FeedingPoint feedingPoint,
        String category,
        long sanctionedLoadW,
        BillingMode billingMode,
        @Nullable String meterNo,
        SupplyPeriod supply,
        @Nullable LocalDate billingModeFrom) {

    /** Billed as it is for as long as anybody has said. */
    public Connection(
            ConnectionId id,
            AreaPath area,
            @Nullable ConsumerName name,
            FeedingPoint feedingPoint,
            String category,
            long sanctionedLoadW,
            BillingMode billingMode,
            @Nullable String meterNo,
            SupplyPeriod supply) {
        this(id, area, name, feedingPoint, category, sanctionedLoadW, billingMode, meterNo, supply, null);
    }

    public Connection {
        if (sanctionedLoadW <= 0) {
            throw new IllegalArgumentException("sanctioned load: " + sanctionedLoadW + " W (expected: > 0)");
        }
    }

    /** The connection without the name of the person it is held in. */
    public Connection nameless() {
        return new Connection(
                id, area, null, feedingPoint, category, sanctionedLoadW, billingMode, meterNo, supply, billingModeFrom);
    }

    /** The same connection, billed by its mode from a day on. */
    public Connection billedSince(@Nullable LocalDate day) {
        return new Connection(
                id, area, name, feedingPoint, category, sanctionedLoadW, billingMode, meterNo, supply, day);
    }

    /** The same connection at another place. */
    public Connection at(AreaPath otherArea, FeedingPoint otherPoint) {
        return new Connection(
                id,
                otherArea,
                name,
                otherPoint,
                category,
                sanctionedLoadW,
                billingMode,
                meterNo,
                supply,
                billingModeFrom);
    }

    /** The same connection, held in another name. */
    public Connection named(@Nullable ConsumerName other) {
        return new Connection(
                id,
                area,
                other,
                feedingPoint,
                category,
                sanctionedLoadW,
                billingMode,
                meterNo,
                supply,
                billingModeFrom);
    }
}
