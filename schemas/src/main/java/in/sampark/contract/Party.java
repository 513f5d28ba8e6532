package in.sampark.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who writes or reads topics: the services of Sampark, and a utility's own systems around them. */
public enum Party {
    /** Collects the registers of smart meters; head-end system or meter data management. */
    HEAD_END,
    /** Takes consumers' money. */
    PAYMENT_GATEWAY,
    /** Knows what is switched off, and until when. */
    OUTAGE_SYSTEM,
    /** Knows whom the company supplies, and how they are billed. */
    BILLING_MASTER,
    /** Knows the company's areas and what feeds what. */
    NETWORK_MASTER,
    CONSUMER_SERVICE,
    METER_SERVICE,
    NOTIFICATION_SERVICE,
    CAMPAIGN_SERVICE;

    /** Those that are services of Sampark. */
    public static final List<Party> SERVICES =
            Arrays.stream(values()).filter(Party::service).toList();

    private static final String SERVICE = "_SERVICE";

    /**
     * The service of that name.
     *
     * @param name as in {@code spring.application.name}, e.g. {@code meter-service}
     * @throws IllegalArgumentException when there is none
     */
    public static Party service(String name) {
        return SERVICES.stream()
                .filter(party -> party.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("service: %s (expected: one of %s)"
                        .formatted(name, SERVICES.stream().map(Party::id).collect(Collectors.joining(", ")))));
    }

    /** What the party is called wherever it signs: as user of the broker, in group names, in documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is one of Sampark's services, and not a system around it. */
    public boolean service() {
        return name().endsWith(SERVICE);
    }

    /** What the names of the party's consumer groups begin with; what follows says which of its readers it is. */
    public String groupPrefix() {
        return id() + ".";
    }
}
