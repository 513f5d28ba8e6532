package in.sampark.consumer.connection.domain;

/**
 * Where a connection is administered: {@code discom/zone/circle/division/sub-division}. A path covers every path that
 * continues it.
 */
public record AreaPath(String path) {

    private static final int LONGEST_CODE = 64;
    private static final int LEVELS = 5;

    public AreaPath {
        String[] codes = path.split("/", -1);
        if (codes.length != LEVELS) {
            throw new IllegalArgumentException(
                    "area path: " + path + " (expected: discom/zone/circle/division/sub-division)");
        }
        for (String code : codes) {
            if (!isCode(code)) {
                throw new IllegalArgumentException("area path: " + path + " (expected: codes of 1 to 64 characters)");
            }
        }
    }

    public static AreaPath of(String discom, String zone, String circle, String division, String subDivision) {
        return new AreaPath(String.join("/", discom, zone, circle, division, subDivision));
    }

    public String discom() {
        return code(0);
    }

    public String zone() {
        return code(1);
    }

    public String circle() {
        return code(2);
    }

    public String division() {
        return code(3);
    }

    public String subDivision() {
        return code(4);
    }

    private String code(int level) {
        return path.split("/", -1)[level];
    }

    /** Whether a text can name an area within its parent. */
    public static boolean isCode(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_CODE
                && text.chars().noneMatch(letter -> letter == '/' || Character.isISOControl(letter));
    }

    @Override
    public String toString() {
        return path;
    }
}
