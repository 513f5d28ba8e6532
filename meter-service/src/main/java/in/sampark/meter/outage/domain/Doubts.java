package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a report, whatever is known of its outage. */
final class Doubts {

    /** A rule that a report may fall foul of. */
    @FunctionalInterface
    private interface Doubt {
        Optional<Objection> about(Report report, Window window);
    }

    /**
     * The times believed.
     *
     * @param earliest of anything
     * @param happened latest of what is said to have happened already
     * @param latest of anything
     */
    record Window(Instant earliest, Instant happened, Instant latest) {}

    private static final List<Doubt> IN_ORDER = List.of(
            Doubts::id,
            Doubts::revision,
            Doubts::stage,
            Doubts::level,
            Doubts::assets,
            Doubts::takesDown,
            Doubts::from,
            Doubts::expectedRestoration,
            Doubts::restored,
            Doubts::words,
            Doubts::notice);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9._-]{1,40}");
    private static final String EXPECTED_ID = "%s:<1 to 40 letters, digits, '.', '_', '-'>";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final int ASSET_AT_MOST = 200;
    private static final int ASSETS_AT_MOST = 1000;
    private static final int PHRASE_AT_MOST = 40; // what the variable of a registered template holds

    private Doubts() {}

    /** The objections to the report, one a field; none when it is fine. */
    static List<Objection> about(Report report, Window window) {
        return IN_ORDER.stream()
                .map(doubt -> doubt.about(report, window))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Objection> id(Report report, Window window) {
        boolean fits =
                ID.matcher(report.outageId()).matches() && report.outageId().startsWith(report.discom() + ":");
        return unless(fits, "outageId", report.outageId(), EXPECTED_ID.formatted(report.discom()));
    }

    private static Optional<Objection> revision(Report report, Window window) {
        return unless(report.revision() >= 1, "revision", report.revision(), ">= 1");
    }

    private static Optional<Objection> stage(Report report, Window window) {
        return unless(report.stage() != Stage.UNKNOWN, "stage", report.stage(), "one that is known");
    }

    private static Optional<Objection> level(Report report, Window window) {
        return unless(report.level() != Level.UNKNOWN, "level", report.level(), "one that is known");
    }

    private static Optional<Objection> assets(Report report, Window window) {
        return assets("assets", new Extent(report.level(), report.assets()), report.discom());
    }

    private static Optional<Objection> takesDown(Report report, Window window) {
        Extent down = report.takesDown();
        if (down == null) return Optional.empty();
        boolean line = report.level() == Level.TRANSMISSION_LINE;
        return unless(line, "takesDown", down.assets(), "none, unless of level TRANSMISSION_LINE")
                .or(() ->
                        unless(down.level().supplies(), "takesDown.level", down.level(), "one that consumers hang on"))
                .or(() -> assets("takesDown.assets", down, report.discom()));
    }

    private static Optional<Objection> assets(String field, Extent extent, String discom) {
        int count = extent.assets().size();
        if (count == 0) return unless(false, field, "none", "at least one");
        if (count > ASSETS_AT_MOST) return unless(false, field, count + " of them", "at most " + ASSETS_AT_MOST);
        return extent.assets().stream()
                .map(asset -> asset(field, asset, extent.level(), discom))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Objection> asset(String field, String asset, Level level, String discom) {
        boolean text = printable(asset, ASSET_AT_MOST);
        if (level != Level.AREA) return unless(text, field, asset, "a code of 1 to " + ASSET_AT_MOST + " characters");
        boolean ours = asset.equals(discom) || asset.startsWith(discom + "/");
        return unless(text && ours, field, asset, "the path of an area of " + discom);
    }

    private static Optional<Objection> from(Report report, Window window) {
        Instant latest = report.stage() == Stage.STARTED ? window.happened() : window.latest();
        return between("fromAt", report.times().fromAt(), window.earliest(), latest);
    }

    private static Optional<Objection> expectedRestoration(Report report, Window window) {
        Instant expected = report.times().expectedRestorationAt();
        boolean over = report.stage() == Stage.RESTORED || report.stage() == Stage.CANCELLED;
        if (expected == null) return unless(over, "expectedRestorationAt", "none", "a time, unless it is over");
        Instant from = report.times().fromAt();
        return unless(expected.isAfter(from), "expectedRestorationAt", expected, "after fromAt, " + from)
                .or(() -> between("expectedRestorationAt", expected, from, window.latest()));
    }

    private static Optional<Objection> restored(Report report, Window window) {
        Instant restored = report.times().restoredAt();
        boolean over = report.stage() == Stage.RESTORED;
        if (restored == null) return unless(!over, "restoredAt", "none", "a time, when restored");
        if (!over) return unless(false, "restoredAt", restored, "none, unless restored");
        return between("restoredAt", restored, report.times().fromAt(), window.happened());
    }

    private static Optional<Objection> words(Report report, Window window) {
        if (report.words().isEmpty()) return unless(false, "words", "none", "those of one language at least");
        return report.words().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(words -> spoken(words.getKey(), words.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Objection> spoken(String language, Words words) {
        return unless(LANGUAGE.matcher(language).matches(), "words", language, "languages by their two letters")
                .or(() -> phrase("words." + language + ".place", words.place()))
                .or(() -> phrase("words." + language + ".reason", words.reason()));
    }

    private static Optional<Objection> notice(Report report, Window window) {
        String notice = report.noticeId();
        boolean fits = notice == null || ID.matcher(notice).matches() && notice.startsWith(report.discom() + ":");
        return unless(fits, "noticeId", notice, EXPECTED_ID.formatted(report.discom()));
    }

    private static Optional<Objection> phrase(String field, String text) {
        return unless(printable(text, PHRASE_AT_MOST), field, text, "1 to " + PHRASE_AT_MOST + " characters");
    }

    private static boolean printable(String text, int atMost) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= atMost
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static Optional<Objection> between(String field, Instant time, Instant first, Instant last) {
        return unless(!time.isBefore(first) && !time.isAfter(last), field, time, first + " to " + last);
    }

    private static Optional<Objection> unless(boolean fine, String field, @Nullable Object value, String expected) {
        return fine ? Optional.empty() : Optional.of(new Objection(field, value, expected));
    }
}
