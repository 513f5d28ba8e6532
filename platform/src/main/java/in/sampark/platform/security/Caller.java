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
 * @param roles integration, officer, supervisor, control-room, helpdesk, ops; of a consumer {@link #CONSUMER} alone
 * @param ownConnection the one connection a consumer sees, and nothing of any area; null for everybody else
 */
public record Caller(
        String subject,
        String discom,
        String areaPath,
        Set<String> roles,
        @Nullable String ownConnection) {

    /** The role of consumers. No identity provider gives it. */
    public static final String CONSUMER = "consumer";

    public Caller {
        if (roles.contains(CONSUMER) != (ownConnection != null)) {
            throw new IllegalArgumentException("roles: " + roles + " (expected: " + CONSUMER + " of consumers alone)");
        }
        if (!within(areaPath, discom)) {
            throw new IllegalArgumentException("area: " + areaPath + " (expected: " + discom + " or a path below it)");
        }
        roles = Set.copyOf(roles);
    }

    /** Somebody who acts in an area. */
    public Caller(String subject, String discom, String areaPath, Set<String> roles) {
        this(subject, discom, areaPath, roles, null);
    }

    /** A consumer, who sees a connection of the company and nothing else. */
    public static Caller consumer(String discom, String connectionId) {
        return new Caller(connectionId, discom, discom, Set.of(CONSUMER), connectionId);
    }

    /** Whether the caller may see and change what lies in the area; a consumer nowhere. */
    public boolean covers(String area) {
        return ownConnection == null && within(area, areaPath);
    }

    /** Whether the caller may see a connection that lies in the area: theirs, or one of their area. */
    public boolean sees(String connectionId, String area) {
        return connectionId.equals(ownConnection) || covers(area);
    }

    /**
     * The area the caller asks about.
     *
     * @param wanted a path; null for the caller's own area
     * @throws Problem 400 for what is no path, 403 for an area that is not the caller's
     */
    public String area(@Nullable String wanted) {
        if (ownConnection != null) {
            throw Problem.forbidden("area: any (expected: none, for a consumer)");
        }
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
