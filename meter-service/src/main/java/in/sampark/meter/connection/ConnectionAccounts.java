package in.sampark.meter.connection;

import in.sampark.contract.consumer.Connection;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Terms;
import in.sampark.meter.tariff.domain.Tariffs;

/** The account a connection has by what is said of it, if it can be charged that way at all. */
final class ConnectionAccounts {

    /** The account of a connection. */
    sealed interface Outcome {}

    record Opened(Account account) implements Outcome {}

    record Refused(String reason) implements Outcome {}

    private final Tariffs tariffs;

    ConnectionAccounts(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    Outcome of(Connection connection) {
        if (connection.getSanctionedLoadW() <= 0) {
            return new Refused("sanctionedLoadW: " + connection.getSanctionedLoadW() + " (expected: > 0)");
        }
        if (connection.getSupplyTo() != null && connection.getSupplyTo().isBefore(connection.getSupplyFrom())) {
            return new Refused("supplyTo: " + connection.getSupplyTo() + " (expected: not before supplyFrom, "
                    + connection.getSupplyFrom() + ")");
        }
        if (tariffs.find(connection.getCategory(), connection.getSupplyFrom()).isEmpty()) {
            return new Refused("category: " + connection.getCategory() + " from " + connection.getSupplyFrom()
                    + " (expected: a category with a tariff of that day, of " + tariffs.categories() + ")");
        }
        return new Opened(Account.opened(connection.getConnectionId(), connection.getDiscom(), terms(connection)));
    }

    private static Terms terms(Connection connection) {
        return new Terms(
                connection.getCategory(),
                connection.getSanctionedLoadW(),
                connection.getSupplyFrom(),
                connection.getSupplyTo(),
                mode(connection),
                false);
    }

    private static BillingMode mode(Connection connection) {
        return switch (connection.getBillingMode()) {
            case PREPAID -> BillingMode.PREPAID;
            case POSTPAID -> BillingMode.POSTPAID;
            case UNKNOWN -> BillingMode.UNKNOWN;
        };
    }
}
