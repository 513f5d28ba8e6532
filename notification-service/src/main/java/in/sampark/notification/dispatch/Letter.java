package in.sampark.notification.dispatch;

import in.sampark.notification.message.domain.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be handed over, with what is in clear only here. {@code toString} shows none of it.
 *
 * @param otp number and code of a one-time code; null for any other message, and when they could not be opened
 */
record Letter(Message message, @Nullable Otp otp) {

    /** A one-time code and where it goes. */
    record Otp(String number, String masked, String code) {

        @Override
        public String toString() {
            return masked;
        }
    }

    /** The number as it may be shown; empty when it is the contact's, not the letter's. */
    String masked() {
        return otp == null ? "" : otp.masked();
    }
}
