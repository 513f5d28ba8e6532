package in.sampark.meter.supply.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.balance.domain.Forecast;
import in.sampark.meter.supply.domain.Reconnection.Way;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final Forecast TEN_RUPEES_A_DAY = new Forecast(7, 1_000, 2_000);
    private static final List<Way> HALF_OR_ALL =
            List.of(new Way(1_000, Duration.ofDays(3)), new Way(2_000, Duration.ZERO));

    private static final LongUnaryOperator WITHOUT_ARREARS = paise -> paise;

    @Test
    void whoOwesIsToldWhatHelpsAndWhatLasts() {
        assertThat(text(Offer.of(HALF_OR_ALL, -2_000, TEN_RUPEES_A_DAY, List.of(7, 30), WITHOUT_ARREARS)))
                .isEqualTo(
                        "1000 for 3 days, 2000 for 0 days and clear, 9000 for 7 days and clear, 32000 for 30 days and clear");
    }

    @Test
    void whoOwesNothingIsToldWhatIsMissingToThoseDays() {
        assertThat(text(Offer.of(List.of(), 8_000, TEN_RUPEES_A_DAY, List.of(7, 30), WITHOUT_ARREARS)))
                .isEqualTo("22000 for 30 days and clear");
    }

    @Test
    void whatADayCostsNeedNotBeKnown() {
        assertThat(text(Offer.of(HALF_OR_ALL, -1_999, Forecast.NONE, List.of(7), WITHOUT_ARREARS)))
                .isEqualTo("1000 for 3 days, 2000 for ? days and clear");
    }

    @Test
    void whatGoesToArrearsIsPaidBesides() {
        assertThat(text(Offer.of(HALF_OR_ALL, -2_000, TEN_RUPEES_A_DAY, List.of(7), paise -> paise + paise / 9)))
                .isEqualTo("1111 for 3 days, 2222 for 0 days and clear, 10000 for 7 days and clear");
    }

    private static String text(List<Offer> offers) {
        return offers.stream()
                .map(offer -> offer.paise() + " for "
                        + (offer.days().isPresent() ? offer.days().getAsInt() : "?")
                        + " days" + (offer.clears() ? " and clear" : ""))
                .collect(Collectors.joining(", "));
    }
}
