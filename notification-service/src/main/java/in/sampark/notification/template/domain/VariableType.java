package in.sampark.notification.template.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Types of variables in registered texts (TRAI's tagging of variables, January 2026), with what may stand in them. */
public enum VariableType {
    NUMERIC("[0-9]"),
    ALPHANUMERIC("[^\\p{Cntrl}]");

    /** Most characters of any of them. */
    static final int LONGEST = 40;

    private final Pattern allowed;

    VariableType(String allowed) {
        this.allowed = Pattern.compile(allowed + "{1," + LONGEST + "}");
    }

    /** Whether the text may stand in a variable of this type. */
    boolean admits(String text) {
        return allowed.matcher(text).matches();
    }

    /** The type as it is tagged in registered text. */
    static VariableType of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
