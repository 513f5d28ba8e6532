package in.sampark.notification.plan.domain;

import java.util.Map;

/**
 * Which template a notice uses.
 *
 * @param use name of the template
 * @param when values the notice must have for it; empty fits every notice
 */
public record Wording(String use, Map<String, String> when) {

    public Wording {
        when = Map.copyOf(when);
    }

    boolean fits(Map<String, String> values) {
        return values.entrySet().containsAll(when.entrySet());
    }
}
