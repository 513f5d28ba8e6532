package in.sampark.notification.outage.domain;

import java.util.Map;

/** How long before planned outages each company's consumers are told. @param own of companies that have their own, by code */
public record Leads(Lead usual, Map<String, Lead> own) {

    public Leads {
        own = Map.copyOf(own);
    }

    Lead of(Outage outage) {
        return own.getOrDefault(outage.latest().discom(), usual);
    }
}
