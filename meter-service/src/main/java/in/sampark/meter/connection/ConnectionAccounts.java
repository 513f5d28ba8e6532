package in.sampark.meter.connection;

import in.sampark.contract.consumer.Connection;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.tariff.domain.Tariffs;
import java.time.LocalDate;

/** How a connection is to be charged by what is said of it, if it can be charged that way at all. */
final class ConnectionAccounts {

    /** What a record turned out to declare. */
    sealed interface Outcome {}

    record Declared(Declaration declaration) implements Outcome {}

    record Refused(String reason) implements Outcome {}

    private final Tariffs tariffs;

    ConnectionAccounts(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** @param earliest first day of those days that are charged here however early supply began */
    Outcome of(Connection connection, LocalDate earliest) {
        if (connection.getSanctionedLoadW() <= 0) {
            return new Refused("sanctionedLoadW: " + connection.getSanctionedLoadW() + " (expected: > 0)");
        }
        LocalDate from = connection.getSupplyFrom();
        if (connection.getSupplyTo() != null && connection.getSupplyTo().isBefore(from)) {
            return new Refused(
                    "supplyTo: " + connection.getSupplyTo() + " (expected: not before supplyFrom, " + from + ")");
        }
        LocalDate charged = from.isBefore(earliest) ? earliest : from;
        if (tariffs.find(connection.getCategory(), charged).isEmpty()) {
            return new Refused("category: " + connection.getCategory() + " from " + charged
                    + " (expected: a category with a tariff of that day, of " + tariffs.categories() + ")");
        }
        return new Declared(declaration(connection));
    }

    private static Declaration declaration(Connection connection) {
        return new Declaration(
                connection.getConnectionId(),
                connection.getDiscom(),
                connection.getCategory(),
                connection.getSanctionedLoadW(),
                mode(connection),
                connection.getBillingModeFrom(),
                connection.getSupplyFrom(),
                true,
                connection.getSupplyTo(),
                Midnight.dayOf(connection.getOccurredAt()),
                "terms " + connection.getVersion(),
                connection.getEventId());
    }

    private static BillingMode mode(Connection connection) {
        return switch (connection.getBillingMode()) {
            case PREPAID -> BillingMode.PREPAID;
            case POSTPAID -> BillingMode.POSTPAID;
            case UNKNOWN -> BillingMode.UNKNOWN;
        };
    }
}
