package in.sampark.platform.security;

import in.sampark.platform.web.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param subject the person or system
 * @param discom the distribution company they act for
 * @param areaPath the area they act in, from the company downwards, e.g. {@code DVVNL/AGRA/MATHURA}
 * @param roles integration, officer, supervisor, control-room, helpdesk, ops
 */
public record Caller(String subject, String discom, String areaPath, Set<String> roles) {

    public Caller {
        if (!within(areaPath, discom)) {
            throw new IllegalArgumentException("area: " + areaPath + " (expected: " + discom + " or a path below it)");
        }
        roles = Set.copyOf(roles);
    }

    /** Whether the caller may see and change what lies in the area. */
    public boolean covers(String area) {
        return within(area, areaPath);
    }

    /**
     * The area the caller asks about.
     *
     * @param wanted a path; null for the caller's own area
     * @throws Problem 400 for what is no path, 403 for an area that is not the caller's
     */
    public String area(@Nullable String wanted) {
        if (wanted == null) {
            return areaPath;
        }
        if (wanted.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("area", "has control characters", "printable text");
        }
        if (!covers(wanted)) {
            throw Problem.forbidden("area: " + wanted + " (expected: " + areaPath + " or below)");
        }
        return wanted;
    }

    private static boolean within(String path, String top) {
        return path.equals(top) || path.startsWith(top + "/");
    }
}
