package in.sampark.simulator.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role in an area.
 *
 * @param discom code of the distribution company, the first element of the area
 * @param area path of the area, from the company downwards
 */
record Grant(String role, String discom, String area) {

    private static final Pattern SCOPE =
            Pattern.compile("(?<role>[a-z-]+):(?<area>(?<discom>[A-Z0-9]+)(/[A-Z0-9-]+)*)");

    static Optional<Grant> parse(String scope) {
        Matcher matcher = SCOPE.matcher(scope);
        return matcher.matches()
                ? Optional.of(new Grant(matcher.group("role"), matcher.group("discom"), matcher.group("area")))
                : Optional.empty();
    }
}
