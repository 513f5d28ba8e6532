package in.sampark.launcher.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the shipped meter data must come to, as data/meters/STORY.md has it. For other data only what must hold for any data is known.
 */
record KnownAnswer(Totals expected) {

    /** Ten accounts hang on the feeder: eight of seven consumers who can be told, one that is proven meanwhile, one that is not. */
    private static final Map<String, Long> OUTAGES =
            Map.of("scheduled", 8L, "reminder", 8L, "started", 9L, "restored", 9L);

    private static final Map<String, Long> OUTAGE_MESSAGES =
            Map.of("scheduled", 7L, "reminder", 7L, "started", 8L, "restored", 8L);

    private static final KnownAnswer FIRST_92_DAYS = new KnownAnswer(new Totals(
            38,
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
            OUTAGES,
            OUTAGE_MESSAGES,
            7));
    private static final KnownAnswer WHOLE_FILE = new KnownAnswer(new Totals(
            38,
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
            OUTAGES,
            OUTAGE_MESSAGES,
            7));

    /** The answer for the shipped file. @param days the number of its calendar days played, or {@code all} */
    static Optional<KnownAnswer> forShippedFile(String days) {
        return switch (days) {
            case "92" -> Optional.of(FIRST_92_DAYS);
            case "all" -> Optional.of(WHOLE_FILE);
            default -> Optional.empty();
        };
    }

    /** What differs, for people to read. */
    List<String> differences(Totals found) {
        return Stream.of(
                        compare("meters", found, Totals::meters),
                        compare("readings", found, Totals::readings),
                        compare("recharges", found, Totals::recharges),
                        compare("Wh", found, Totals::wh),
                        compare("energy paise", found, Totals::energyPaise),
                        compare("fixed paise", found, Totals::fixedPaise),
                        compare("duty paise", found, Totals::dutyPaise),
                        compare("balance paise", found, Totals::balancePaise),
                        compare("notices", found, Totals::notices),
                        compare("notices sent", found, Totals::sent),
                        compare("notices unreachable", found, Totals::unreachable),
                        compare("recharges told", found, Totals::rechargesTold),
                        compare("accounts told of the outage", found, Totals::outages),
                        compare("messages on the outage", found, Totals::outageMessages),
                        compare("on the work list", found, Totals::onWorkList))
                .flatMap(Optional::stream)
                .toList();
    }

    private <F> Optional<String> compare(String name, Totals totals, Function<Totals, F> figure) {
        F found = figure.apply(totals);
        F known = figure.apply(expected);
        return found.equals(known)
                ? Optional.empty()
                : Optional.of("%s: %s (expected: %s)".formatted(name, found, known));
    }
}
