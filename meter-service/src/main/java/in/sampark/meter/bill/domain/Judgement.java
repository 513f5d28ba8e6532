package in.sampark.meter.bill.domain;

/** What becomes of a bill or a payment that was reported. */
public sealed interface Judgement {

    /**
     * It counts.
     *
     * @param book with it
     */
    record Taken(BillBook book) implements Judgement {}

    /** It was reported before, or is overtaken by what was. */
    record NothingNew() implements Judgement {}

    /** It doesn't count. */
    record Refused(String reason) implements Judgement {}
}
