package in.sampark.consumer.otp;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.otp.messaging.OtpRequests;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Draws codes and has them sent. */
public class IssueCode {

    private final OtpChallenges challenges;
    private final OtpCodes codes;
    private final OtpRequests requests;
    private final Outbox outbox;
    private final OtpSettings settings;

    IssueCode(OtpChallenges challenges, OtpCodes codes, OtpRequests requests, Outbox outbox, OtpSettings settings) {
        this.challenges = challenges;
        this.codes = codes;
        this.requests = requests;
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * A code that is not sent yet.
     *
     * @param request has it sent; number and code are sealed
     */
    public record Held(OtpChallenge challenge, OtpRequested request) {}

    /** Draws a code and has it sent. Joins the caller's transaction. */
    public Mono<OtpChallenge> issue(
            ConnectionId connectionId, MobileNumber number, Language language, Origin origin, Instant now) {
        return hold(connectionId, number, language, origin, now)
                .flatMap(held -> send(held.request()).thenReturn(held.challenge()));
    }

    /** Has a code sent that was held back. Joins the caller's transaction. */
    public Mono<Void> send(OtpRequested request) {
        return outbox.add(List.of(Announcement.of(Topics.OTP_REQUESTED, request)));
    }

    /** Draws a code, and leaves it to the caller whether it is sent. Joins the caller's transaction. */
    public Mono<Held> hold(
            ConnectionId connectionId, MobileNumber number, Language language, Origin origin, Instant now) {
        UUID challengeId = UUID.randomUUID();
        OtpCode code = codes.draw();
        var challenge = new OtpChallenge(
                challengeId,
                connectionId,
                number,
                origin,
                codes.hash(challengeId, connectionId, number, code),
                settings.attempts(),
                now,
                now.plus(settings.validFor()),
                null);
        return challenges.add(challenge).thenReturn(new Held(challenge, requests.of(challenge, code, language)));
    }
}
