package in.sampark.consumer.otp.domain;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.MobileNumber;

/** What came of a guess. */
public sealed interface OtpCheck {

    /** The code was right: the number is proven, and the contact says so. */
    record Verified(Contact contact, MobileNumber number) implements OtpCheck {}

    /** The code was right, and another number was proven for the connection since it was asked for. */
    record Overtaken() implements OtpCheck {}

    /** The code was wrong; with no attempts left the challenge is burned. */
    record Wrong(int attemptsLeft) implements OtpCheck {}

    /** The challenge's time is over. */
    record Expired() implements OtpCheck {}

    /** Too many wrong guesses were made before. */
    record Burned() implements OtpCheck {}

    /** The right code was given before. */
    record Used() implements OtpCheck {}

    /** There is no such challenge in the caller's area. */
    record Unknown() implements OtpCheck {}
}
