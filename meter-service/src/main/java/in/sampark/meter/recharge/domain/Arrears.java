package in.sampark.meter.recharge.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of a recharge goes to arrears: a percentage by how large they are.
 *
 * @param usual bands of companies without their own
 * @param own bands by DISCOM code
 */
public record Arrears(List<Band> usual, Map<String, List<Band>> own) {

    /** No end. */
    public static final long ABOVE_ALL = Long.MAX_VALUE;

    /**
     * A size of arrears.
     *
     * @param upToPaise the largest arrears in it
     * @param percent of a recharge that goes to them
     */
    public record Band(long upToPaise, int percent) {

        public Band {
            if (upToPaise <= 0)
                throw new IllegalArgumentException("arrears up to: " + upToPaise + " paise (expected: > 0)");
            if (percent < 0 || percent > 100)
                throw new IllegalArgumentException("part of a recharge: " + percent + " % (expected: 0 to 100)");
        }
    }

    public Arrears {
        usual = rising(usual);
        own = own.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, bands -> rising(bands.getValue())));
    }

    /** The part of a recharge that goes to arrears, a fraction of a paisa left to the consumer; never more than they are. */
    public long part(String discom, long rechargePaise, long arrearsPaise) {
        if (arrearsPaise <= 0) return 0;
        long part = own.getOrDefault(discom, usual).stream()
                .filter(band -> arrearsPaise <= band.upToPaise())
                .findFirst()
                .map(band -> Math.multiplyExact(rechargePaise, band.percent()) / 100)
                .orElse(0L);
        return Math.min(part, arrearsPaise);
    }

    /** The least recharge of which so much is left when the part that goes to arrears is gone. */
    public long leaving(String discom, long paise, long arrearsPaise) {
        long least = paise;
        long most = Math.addExact(paise, Math.max(0, arrearsPaise));
        while (least < most) {
            long middle = least + (most - least) / 2;
            if (middle - part(discom, middle, arrearsPaise) >= paise) most = middle;
            else least = middle + 1;
        }
        return least;
    }

    private static List<Band> rising(List<Band> bands) {
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).upToPaise() <= bands.get(i - 1).upToPaise())
                throw new IllegalArgumentException("bands of arrears: " + bands + " (expected: rising)");
        }
        return List.copyOf(bands);
    }
}
