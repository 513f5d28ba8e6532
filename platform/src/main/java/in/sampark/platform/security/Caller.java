package in.sampark.platform.security;

import java.util.Set;

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

    private static boolean within(String path, String top) {
        return path.equals(top) || path.startsWith(top + "/");
    }
}
