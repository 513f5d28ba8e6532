package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ForecastTest {

    @Test
    void daysCountAlikeUntilTheWindowIsFull() {
        Forecast three = Forecast.NONE
                .and(Books.charge(100, 0, 0), 10, 7)
                .and(Books.charge(200, 0, 0), 20, 7)
                .and(Books.charge(600, 0, 0), 90, 7);

        assertThat(three).isEqualTo(new Forecast(3, 300, 40));
    }

    @Test
    void aDayMovesAFullWindowByItsShare() {
        Forecast full = new Forecast(7, 700, 7_000);

        assertThat(full.and(Books.charge(1_400, 0, 0), 0, 7)).isEqualTo(new Forecast(7, 800, 6_000));
        assertThat(full.and(Books.charge(704, 0, 0), 7_003, 7)).isEqualTo(new Forecast(7, 701, 7_000));
    }

    @Test
    void wholeDaysAreLeft() {
        Forecast forecast = new Forecast(7, 3_000, 5_000);

        assertThat(forecast.daysLeft(9_000)).isEqualTo(OptionalInt.of(3));
        assertThat(forecast.daysLeft(8_999)).isEqualTo(OptionalInt.of(2));
        assertThat(forecast.daysLeft(0)).isEqualTo(OptionalInt.of(0));
        assertThat(forecast.daysLeft(-1)).isEqualTo(OptionalInt.of(0));
        assertThat(forecast.paiseOf(3)).isEqualTo(OptionalLong.of(9_000));
    }

    @Test
    void nothingIsForetoldBeforeADayWasChargedOrWhileDaysCostNothing() {
        assertThat(Forecast.NONE.daysLeft(100)).isEmpty();
        assertThat(Forecast.NONE.paiseOf(3)).isEmpty();
        assertThat(new Forecast(7, 0, 3_000).daysLeft(100)).isEmpty();
        assertThat(Forecast.NONE.daysLeft(0)).isEqualTo(OptionalInt.of(0));
    }
}
