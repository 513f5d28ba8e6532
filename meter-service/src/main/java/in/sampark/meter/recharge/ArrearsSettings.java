package in.sampark.meter.recharge;

import in.sampark.meter.balance.RungWords;
import in.sampark.meter.recharge.domain.Arrears;
import in.sampark.meter.recharge.domain.Arrears.Band;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bands of companies without their own, rising: {@code to Rs 5000 10%}, the last one {@code above 25%}
 * @param discoms bands by DISCOM code
 */
record ArrearsSettings(
        @DefaultValue({"to Rs 2000 10%", "to Rs 5000 15%", "to Rs 10000 20%", "above 25%"})
        List<String> bands,

        @DefaultValue Map<String, List<String>> discoms) {

    private static final Pattern BAND = Pattern.compile("(?:to (.+)|above) ([0-9]{1,3})%");

    Arrears arrears() {
        return new Arrears(
                read(bands),
                discoms.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> read(entry.getValue()))));
    }

    private static List<Band> read(List<String> words) {
        return words.stream().map(String::strip).map(ArrearsSettings::band).toList();
    }

    private static Band band(String words) {
        Matcher band = BAND.matcher(words);
        if (!band.matches()) {
            throw new IllegalArgumentException(
                    "band of arrears: " + words + " (expected: as to Rs 5000 10%, or above 25%)");
        }
        long upTo = band.group(1) == null ? Arrears.ABOVE_ALL : RungWords.paise(band.group(1));
        return new Band(upTo, Integer.parseInt(band.group(2)));
    }
}
