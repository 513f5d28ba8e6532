package in.sampark.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as HTTP knows it (RFC 9110): given with a thing as {@code ETag}, and back as {@code If-Match} by who changes it. Of two who
 * change the same thing, the second is told instead of undoing unseen what the first has done.
 */
public final class EntityTag {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private EntityTag() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller has seen.
     *
     * @param ifMatch header of the request
     * @throws Problem 428 without it, 400 when it is no tag of ours
     */
    public static long seen(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.unconditional("If-Match: none (expected: the ETag of what is to be changed)");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalid("If-Match", ifMatch, "the ETag of an earlier answer, e.g. \"7\"");
        }
        return Long.parseLong(tag.group(1));
    }

    /**
     * Lets only those change a thing who have seen it as it is.
     *
     * @throws Problem 412 when it is no longer what the caller has seen
     */
    public static void require(long seen, long current) {
        if (seen != current) {
            throw Problem.changedMeanwhile("If-Match: " + of(seen) + " (expected: " + of(current) + ")")
                    .with("version", current);
        }
    }
}
