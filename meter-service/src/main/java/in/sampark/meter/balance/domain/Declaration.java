package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is to be charged, as its record says.
 *
 * @param connectionId whose
 * @param discom code of the company
 * @param category tariff category
 * @param loadW sanctioned load in watts
 * @param mode how it pays
 * @param modeFrom first day it pays like that; null when not said
 * @param supplyFrom first local day of supply
 * @param beginsAnew whether the record before said another one, or there is none: one that is only repeated moves nothing
 * @param supplyTo last local day of supply; null while supplied
 * @param day local day of the record: what changed without a day of its own holds from then on
 * @param cause what tells the adjustments it leads to from all others of their days
 * @param causedBy the record's event
 */
public record Declaration(
        String connectionId,
        String discom,
        String category,
        long loadW,
        BillingMode mode,
        @Nullable LocalDate modeFrom,
        LocalDate supplyFrom,
        boolean beginsAnew,
        @Nullable LocalDate supplyTo,
        LocalDate day,
        String cause,
        @Nullable String causedBy) {

    /**
     * For a connection that comes new.
     *
     * @param earliest first day of those days that are charged here however late a connection comes
     */
    public Timeline opened(LocalDate earliest) {
        LocalDate first = supplyFrom.isBefore(earliest) ? earliest : supplyFrom;
        Timeline timeline = Timeline.of(first, category, loadW, mode).supplied(supplyFrom, first);
        return modeFrom == null ? timeline : timeline.carriedOverUntil(modeFrom);
    }

    /** The account of a connection that comes new. */
    public Account account(Timeline opened) {
        return Account.opened(connectionId, discom, opened.terms(opened.first(), supplyTo), null)
                .supplied(opened);
    }

    /** Without saying anew when supply began. */
    public Declaration keepingBeginning() {
        return new Declaration(
                connectionId,
                discom,
                category,
                loadW,
                mode,
                modeFrom,
                supplyFrom,
                false,
                supplyTo,
                day,
                cause,
                causedBy);
    }

    private boolean suppliesOtherwise(Plan plan) {
        return loadW != plan.loadW() || !category.equals(plan.category());
    }

    /**
     * What becomes of the plans there were.
     *
     * @param ended last day of the supply there was; null while supplied
     * @param earliest as of {@link #opened}
     */
    Timeline after(Timeline before, @Nullable LocalDate ended, LocalDate earliest) {
        Timeline supplied = suppliedAfter(before, ended, earliest);
        Plan latest = supplied.latest();
        Timeline changed = suppliesOtherwise(latest) ? supplied.supplying(day, category, loadW) : supplied;
        if (latest.mode() != mode) return changed.paying(modeFrom == null ? day : modeFrom, mode);
        return modeFrom == null || modeFrom.equals(latest.modeFrom()) ? changed : changed.payingSince(modeFrom);
    }

    /**
     * A beginning behind the end of supply is that of supply anew; any other puts the first one right. Days it turns out to be supplied on before
     * it paid as it does are carried over, as those of a connection that comes new.
     */
    private Timeline suppliedAfter(Timeline before, @Nullable LocalDate ended, LocalDate earliest) {
        if (!beginsAnew) return before;
        if (ended != null && supplyFrom.isAfter(ended)) return before.suppliedAgain(ended, supplyFrom, earliest);
        Timeline supplied = before.supplied(supplyFrom, earliest);
        LocalDate known = before.declared().firstKey();
        return modeFrom == null ? supplied : supplied.carriedOverUntil(modeFrom.isBefore(known) ? modeFrom : known);
    }
}
