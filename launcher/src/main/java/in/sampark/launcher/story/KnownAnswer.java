package in.sampark.launcher.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the shipped meter data must come to, as data/meters/STORY.md has it. For other data only what must hold for any data is known.
 */
record KnownAnswer(
        long readings,
        long recharges,
        long wh,
        long energyPaise,
        long fixedPaise,
        long dutyPaise,
        long balancePaise,
        Map<String, Long> notices,
        long sent,
        long unreachable,
        MeterResult.Reached rechargesTold,
        int onWorkList) {

    /** Ten accounts hang on the feeder: eight of seven consumers who can be told, one that is proven meanwhile, one that is not. */
    private static final Map<String, Long> OUTAGES =
            Map.of("scheduled", 8L, "reminder", 8L, "started", 9L, "restored", 9L);

    private static final Map<String, Long> OUTAGE_MESSAGES =
            Map.of("scheduled", 7L, "reminder", 7L, "started", 8L, "restored", 8L);

    private static final KnownAnswer FIRST_92_DAYS = new KnownAnswer(
            2_854,
            143,
            36_278_647,
            21_665_212,
            2_239_744,
            1_195_247,
            -10_800_203,
            Map.of("30", 63L, "10", 58L, "0", 57L),
            141,
            37,
            new MeterResult.Reached(115, 28),
            7);
    private static final KnownAnswer WHOLE_FILE = new KnownAnswer(
            16_491,
            991,
            134_525_797,
            78_706_782,
            17_512_761,
            4_810_998,
            -1_930_541,
            Map.of("30", 92L, "10", 89L, "0", 82L),
            203,
            60,
            new MeterResult.Reached(816, 175),
            7);

    /** The answer for the shipped file. @param days the number of its calendar days played, or {@code all} */
    static Optional<KnownAnswer> forShippedFile(String days) {
        return switch (days) {
            case "92" -> Optional.of(FIRST_92_DAYS);
            case "all" -> Optional.of(WHOLE_FILE);
            default -> Optional.empty();
        };
    }

    /** What differs, for people to read. */
    List<String> differences(Totals totals) {
        return Stream.of(
                        compare("readings", totals, Totals::readings, readings),
                        compare("recharges", totals, Totals::recharges, recharges),
                        compare("Wh", totals, Totals::wh, wh),
                        compare("energy paise", totals, Totals::energyPaise, energyPaise),
                        compare("fixed paise", totals, Totals::fixedPaise, fixedPaise),
                        compare("duty paise", totals, Totals::dutyPaise, dutyPaise),
                        compare("balance paise", totals, Totals::balancePaise, balancePaise),
                        compare("notices", totals, Totals::notices, notices),
                        compare("notices sent", totals, Totals::sent, sent),
                        compare("notices unreachable", totals, Totals::unreachable, unreachable),
                        compare("recharges told", totals, Totals::rechargesTold, rechargesTold),
                        compare("accounts told of the outage", totals, Totals::outages, OUTAGES),
                        compare("messages on the outage", totals, Totals::outageMessages, OUTAGE_MESSAGES),
                        compare("on the work list", totals, Totals::onWorkList, onWorkList))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <F> Optional<String> compare(String name, Totals totals, Function<Totals, F> figure, F expected) {
        F found = figure.apply(totals);
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("%s: %s (expected: %s)".formatted(name, found, expected));
    }
}
