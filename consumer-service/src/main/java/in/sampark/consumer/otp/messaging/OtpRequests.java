package in.sampark.consumer.otp.messaging;

import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.contract.consumer.OtpPurpose;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.platform.crypto.Sealer;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Requests as records of {@code consumer.otp-requested.v1}, number and code sealed for their challenge. */
public final class OtpRequests {

    private final Sealer sealer;

    public OtpRequests(Sealer sealer) {
        this.sealer = sealer;
    }

    public OtpRequested of(OtpChallenge challenge, OtpCode code, Language language) {
        String challengeId = challenge.id().toString();
        return OtpRequested.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(challenge.requestedAt())
                .setDiscom(challenge.connectionId().discom())
                .setConnectionId(challenge.connectionId().toString())
                .setChallengeId(challengeId)
                .setPurpose(purpose(challenge.origin()))
                .setSealedNumber(ByteBuffer.wrap(sealer.seal(challenge.number().e164(), challengeId)))
                .setSealedCode(ByteBuffer.wrap(sealer.seal(code.digits(), challengeId)))
                .setLanguage(language.code())
                .setExpiresAt(challenge.expiresAt())
                .build();
    }

    private static OtpPurpose purpose(Origin origin) {
        return switch (origin) {
            case Origin.Officer _, Origin.Stranger _ -> OtpPurpose.NUMBER;
            case Origin.Login _ -> OtpPurpose.LOGIN;
        };
    }
}
