package in.sampark.meter.reading.domain;

import in.sampark.meter.reading.domain.Judgement.Doubted;
import java.util.List;
import java.util.Optional;

/** A rule that two neighbouring registers may break. It answers with what that says against the one that is judged, or with nothing. */
interface Discord {

    /** All of them, in the order they are looked at. */
    List<Discord> ALL = List.of(new MeterChanged(), new Backwards(), new Jump());

    Optional<Doubted> between(Neighbours pair);

    /** A new meter begins with an opening register: without one nothing says what it showed when it was put up. */
    record MeterChanged() implements Discord {
        @Override
        public Optional<Doubted> between(Neighbours pair) {
            Reading later = pair.later();
            if (later.opens() || later.quality() == Quality.RELEASED || !later.namesAnotherMeterThan(pair.earlier()))
                return Optional.empty();
            return Optional.of(new Doubted(
                    Reason.METER_CHANGED,
                    "meterNo: " + pair.judged().meterNo() + " (expected: "
                            + pair.other().meterNo() + ", as at " + pair.other().readAt()
                            + ", or an opening register in between)"));
        }
    }

    /** A register goes backwards only where the meter has shown all its digits, as far as the time in between allows for that. */
    record Backwards() implements Discord {
        @Override
        public Optional<Doubted> between(Neighbours pair) {
            if (!pair.below() || pair.rolledOver()) return Optional.empty();
            boolean later = pair.laterIsJudged();
            return Optional.of(new Doubted(
                    later ? Reason.BACKWARDS : Reason.ABOVE_NEXT,
                    "registerWh: " + pair.judged().wh() + " (expected: " + (later ? ">= " : "<= ")
                            + pair.other().wh() + ", the register at "
                            + pair.other().readAt() + ")"));
        }
    }

    /** Nobody draws many times the sanctioned load for long. */
    record Jump() implements Discord {
        @Override
        public Optional<Doubted> between(Neighbours pair) {
            if (pair.later().quality() == Quality.RELEASED || pair.energyWh() <= pair.mostWh()) return Optional.empty();
            return Optional.of(new Doubted(
                    Reason.JUMP,
                    "registerWh: " + pair.judged().wh() + " (expected: at most " + pair.mostWh() + " Wh "
                            + (pair.laterIsJudged() ? "above " : "below ")
                            + pair.other().wh() + ", the register at "
                            + pair.other().readAt() + ")"));
        }
    }
}
