package in.sampark.simulator.sms.domain;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sender posts, before it is known whether the gateway takes it. */
public record Draft(
        @Nullable String to,
        @Nullable String text,
        @Nullable String reference,
        @Nullable String header,
        @Nullable String principalEntityId,
        @Nullable String templateId) {

    private record Rule(Predicate<Draft> kept, Refusal otherwise) {

        static Rule matching(String regex, Function<Draft, @Nullable String> field, Refusal otherwise) {
            Predicate<String> matches = Pattern.compile(regex).asMatchPredicate();
            return new Rule(draft -> matches.test(given(field.apply(draft))), otherwise);
        }
    }

    /** What a sender whose gateway does not ask for a reference or an entity has in their place. */
    public static final String UNSAID = "0";

    private static final int LONGEST_TEXT = 1000;

    private static final List<Rule> RULES = List.of(
            Rule.matching("\\+91[6-9]\\d{9}", Draft::to, Refusal.INVALID_NUMBER),
            new Rule(draft -> !given(draft.text).isBlank(), Refusal.MISSING_TEXT),
            new Rule(draft -> given(draft.text).length() <= LONGEST_TEXT, Refusal.TEXT_TOO_LONG),
            Rule.matching("\\S.{0,63}", Draft::reference, Refusal.INVALID_REFERENCE),
            Rule.matching("[A-Za-z0-9]{3,6}", Draft::header, Refusal.INVALID_HEADER),
            Rule.matching("\\d{1,19}", Draft::principalEntityId, Refusal.INVALID_ENTITY),
            Rule.matching("\\d{12}|\\d{19}", Draft::templateId, Refusal.INVALID_TEMPLATE));

    /** Applies the rules in order; the first one broken refuses the message. */
    public Verdict judge() {
        for (Rule rule : RULES) {
            if (!rule.kept().test(this)) {
                return new Verdict.Refused(rule.otherwise());
            }
        }
        return new Verdict.Taken(new Submission(
                given(to), given(text), given(reference), given(header), given(principalEntityId), given(templateId)));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
