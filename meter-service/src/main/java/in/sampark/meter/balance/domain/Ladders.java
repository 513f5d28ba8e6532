package in.sampark.meter.balance.domain;

import java.util.Map;

/**
 * Which ladder a company's connections are watched by.
 *
 * @param usual for companies without one of their own
 * @param own by DISCOM code
 */
public record Ladders(Ladder usual, Map<String, Ladder> own) {

    public Ladders {
        own = Map.copyOf(own);
    }

    public Ladder of(String discom) {
        return own.getOrDefault(discom, usual);
    }
}
