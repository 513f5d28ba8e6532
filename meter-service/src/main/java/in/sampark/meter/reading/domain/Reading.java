package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Register;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A register with what is known of it.
 *
 * @param register what was shown, and when; an opening one stands a microsecond behind the time it was read at
 */
public record Reading(Register register, Moment moment, Quality quality) {

    /**
     * A reading as it was sent. Times are sent in milliseconds, so behind an opening register's time nothing else stands, and a closing register of
     * the same time comes before it.
     */
    public static Reading sent(Register register, Moment moment, Quality quality) {
        if (moment != Moment.OPENING) return new Reading(register, moment, quality);
        Instant behind = behind(register.at());
        return new Reading(new Register(behind, register.wh(), register.meterNo()), moment, quality);
    }

    public static Reading measured(Register register) {
        return new Reading(register, Moment.REGULAR, Quality.MEASURED);
    }

    /** Where an account's registers count from, as far as nothing was read then. */
    public static Reading presumed(Register opening) {
        return new Reading(opening, Moment.REGULAR, Quality.PRESUMED);
    }

    /** Where an opening register stands that was read at a time. */
    static Instant behind(Instant time) {
        return time.plus(1, ChronoUnit.MICROS);
    }

    /** This reading, for which a person stands. */
    public Reading released() {
        return new Reading(register, moment, Quality.RELEASED);
    }

    /** This register as the first one of its meter, for which a person stands. */
    public Reading releasedAsOpening() {
        return opens() ? released() : sent(register, Moment.OPENING, Quality.RELEASED);
    }

    /** The time it was read at. */
    public Instant readAt() {
        return at().truncatedTo(ChronoUnit.MILLIS);
    }

    public Instant at() {
        return register.at();
    }

    public long wh() {
        return register.wh();
    }

    public @Nullable String meterNo() {
        return register.meterNo();
    }

    boolean wasRead() {
        return quality != Quality.PRESUMED;
    }

    boolean opens() {
        return moment == Moment.OPENING;
    }

    boolean closes() {
        return moment == Moment.CLOSING;
    }

    boolean namesAnotherMeterThan(Reading other) {
        return meterNo() != null && other.meterNo() != null && !meterNo().equals(other.meterNo());
    }
}
