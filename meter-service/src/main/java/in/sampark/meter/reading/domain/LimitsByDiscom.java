package in.sampark.meter.reading.domain;

import java.util.Map;

/**
 * The limits of each company.
 *
 * @param usual of those that have none of their own
 */
public record LimitsByDiscom(Limits usual, Map<String, Limits> own) {

    public LimitsByDiscom {
        own = Map.copyOf(own);
    }

    Limits of(String discom) {
        return own.getOrDefault(discom, usual);
    }
}
