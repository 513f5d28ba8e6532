package in.sampark.consumer.otp.domain;

/** What came of a guess at a challenge, whatever the challenge would prove. */
public sealed interface Guess {

    /** The code was right, and is used up. */
    record Right(OtpChallenge challenge) implements Guess {}

    /** It was not, or was no longer taken. */
    record Missed(OtpCheck why) implements Guess {}
}
