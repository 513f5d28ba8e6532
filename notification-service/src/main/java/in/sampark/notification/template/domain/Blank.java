package in.sampark.notification.template.domain;

import org.jspecify.annotations.Nullable;

/** The place of a variable in a registered text, and what fills it. */
final class Blank {

    /** What a value is written as, or why it cannot be. */
    record Written(String raw, String text, @Nullable String fault) {}

    private final Variable variable;
    private final VariableType type;
    private final Language language;

    /** Most values are the same for everybody who is told of an event. */
    private volatile @Nullable Written last;

    Blank(Variable variable, VariableType type, Language language) {
        this.variable = variable;
        this.type = type;
        this.language = language;
    }

    Variable variable() {
        return variable;
    }

    Written written(String raw) {
        Written known = last;
        if (known != null && known.raw().equals(raw)) {
            return known;
        }
        Written written = write(raw);
        last = written;
        return written;
    }

    private Written write(String raw) {
        String text;
        try {
            text = variable.written(raw, language);
        } catch (IllegalArgumentException e) {
            return new Written(raw, "", "not " + variable.as());
        }
        return new Written(
                raw,
                text,
                type.admits(text) ? null : "not " + type + " of at most " + VariableType.LONGEST + " characters");
    }
}
