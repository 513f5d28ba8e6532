package in.sampark.consumer.master.messaging;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.contract.utility.DeclaredConnection;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Connections as records of {@code utility.connections.v1}. */
public final class DeclaredRecords {

    /** What a record turned out to say. */
    public sealed interface Declared {

        /**
         * It declares a connection.
         *
         * @param language what its consumer is told in, if nothing is known of them yet
         * @param occurredAt as of when
         */
        record Good(Connection connection, Language language, Instant occurredAt) implements Declared {}

        /** It declares no connection, and why. */
        record Bad(String reason) implements Declared {}
    }

    private final Map<String, Pattern> accountNumbers;
    private final Set<String> categories;

    /**
     * Rules for records.
     *
     * @param accountNumbers what account numbers look like, by the code of the company
     * @param categories the tariff categories there are
     */
    public DeclaredRecords(Map<String, Pattern> accountNumbers, Set<String> categories) {
        this.accountNumbers = accountNumbers;
        this.categories = categories;
    }

    /** Reads a record. */
    public Declared read(DeclaredConnection said) {
        try {
            ConnectionId id = id(said);
            return new Declared.Good(connection(id, said), language(said), said.getOccurredAt());
        } catch (IllegalArgumentException wrong) {
            return new Declared.Bad(String.valueOf(wrong.getMessage()));
        }
    }

    private ConnectionId id(DeclaredConnection said) {
        ConnectionId id = ConnectionId.of(said.getConnectionId());
        Pattern accounts = accountNumbers.get(id.discom());
        require("discom", said.getDiscom(), id.discom().equals(said.getDiscom()), "that of " + id);
        require("discom", id.discom(), accounts != null, "one of " + accountNumbers.keySet());
        if (accounts != null) {
            boolean fits = accounts.matcher(id.accountNo()).matches();
            require("account number", id.accountNo(), fits, accounts.pattern());
        }
        return id;
    }

    private Connection connection(ConnectionId id, DeclaredConnection said) {
        AreaPath area = new AreaPath(said.getAreaPath());
        require("area path", said.getAreaPath(), area.discom().equals(id.discom()), "one of " + id.discom());
        return new Connection(
                id,
                area,
                null,
                new FeedingPoint(
                        text("substation", said.getSubstation()),
                        text("feeder code", said.getFeederCode()),
                        text("DT code", said.getDtCode())),
                category(said.getCategory()),
                said.getSanctionedLoadW(),
                billingMode(said),
                said.getMeterNo(),
                new SupplyPeriod(said.getSupplyFrom(), said.getSupplyTo()),
                said.getBillingModeFrom());
    }

    private String category(String said) {
        require("category", said, categories.contains(said), "one of " + categories);
        return said;
    }

    private static BillingMode billingMode(DeclaredConnection said) {
        return switch (said.getBillingMode()) {
            case PREPAID -> BillingMode.PREPAID;
            case POSTPAID -> BillingMode.POSTPAID;
            case UNKNOWN -> throw new IllegalArgumentException("billing mode: UNKNOWN (expected: PREPAID or POSTPAID)");
        };
    }

    private static Language language(DeclaredConnection said) {
        String code = said.getLanguage();
        return code == null
                ? Language.HINDI
                : Language.ofCode(code)
                        .orElseThrow(() -> new IllegalArgumentException("language: " + code + " (expected: hi or en)"));
    }

    private static String text(String what, String said) {
        boolean fits = !said.isBlank() && said.chars().noneMatch(Character::isISOControl);
        require(what, said, fits, "some text");
        return said.strip();
    }

    private static void require(String what, String value, boolean fits, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: " + expected + ")");
        }
    }
}
