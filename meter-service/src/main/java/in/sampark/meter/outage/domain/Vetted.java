package in.sampark.meter.outage.domain;

/** Whether the control room may say something of an outage. */
public sealed interface Vetted {

    /** It may. @param outage as it would be known then */
    record Sound(KnownOutage outage) implements Vetted {}

    record Unsound(Telling.Untold why) implements Vetted {}
}
