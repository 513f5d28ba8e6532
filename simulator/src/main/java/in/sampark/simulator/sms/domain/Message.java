package in.sampark.simulator.sms.domain;

import java.time.Instant;

/** A message the gateway took. Everything but its delivery is final. */
public final class Message {

    private final String id;
    private final long number;
    private final Submission submission;
    private final Instant receivedAt;
    private final Instant storyTime;
    private volatile DeliveryStatus status = DeliveryStatus.ENROUTE;

    Message(String id, long number, Submission submission, Instant receivedAt, Instant storyTime) {
        this.id = id;
        this.number = number;
        this.submission = submission;
        this.receivedAt = receivedAt;
        this.storyTime = storyTime;
    }

    /** The gateway's id of the message. */
    public String id() {
        return id;
    }

    /** Counts messages from 1 in the order the gateway took them. */
    public long number() {
        return number;
    }

    public Submission submission() {
        return submission;
    }

    /** When the gateway took it, by the wall clock. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** When the gateway took it, by the story's clock. */
    public Instant storyTime() {
        return storyTime;
    }

    public DeliveryStatus status() {
        return status;
    }

    void delivered() {
        status = DeliveryStatus.DELIVRD;
    }
}
