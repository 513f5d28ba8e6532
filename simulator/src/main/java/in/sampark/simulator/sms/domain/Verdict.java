package in.sampark.simulator.sms.domain;

/** What the gateway says to a submission. */
public sealed interface Verdict {

    record Taken(Submission submission) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
}
