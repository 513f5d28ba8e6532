package in.sampark.consumer.otp.domain;

import java.time.Duration;
import java.time.LocalDate;

/** What came of asking for a code. */
public sealed interface OtpSending {

    /** The code is on its way. */
    record Sent(OtpChallenge challenge) implements OtpSending {}

    /** Too many codes were sent lately to the number, for the account, or at the request of whoever asks. */
    record TooMany(Duration retryAfter) implements OtpSending {}

    /** The connection is closed: nobody is told of it any more. @param to the last day it was supplied */
    record Closed(LocalDate to) implements OtpSending {}

    /** There is no such connection in the caller's area. */
    record Unknown() implements OtpSending {}
}
