package in.sampark.simulator.sms.domain;

/**
 * A message as its sender submitted it and the gateway took it.
 *
 * @param to E.164, {@code +91…}
 * @param reference the sender's own id of the message. The gateway does not care whether it is unique
 * @param header the DLT header it is sent under
 * @param principalEntityId who is registered as its sender
 * @param templateId the registered template the text follows
 */
public record Submission(
        String to, String text, String reference, String header, String principalEntityId, String templateId) {}
