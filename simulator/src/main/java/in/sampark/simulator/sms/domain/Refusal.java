package in.sampark.simulator.sms.domain;

/** Why the gateway takes no message, with the code it answers. Messages never repeat a number or a text. */
public enum Refusal {
    INVALID_API_KEY(101, "X-Api-Key: unknown key"),
    MALFORMED_REQUEST(200, "body: not understood (expected: a JSON object of strings)"),
    INVALID_NUMBER(201, "to: invalid (expected: +91 and ten digits, the first 6 to 9)"),
    MISSING_TEXT(202, "text: missing or empty"),
    TEXT_TOO_LONG(203, "text: too long (expected: at most 1000 characters)"),
    INVALID_REFERENCE(204, "reference: invalid (expected: 1 to 64 characters)"),
    INVALID_HEADER(301, "header: invalid (expected: 3 to 6 letters or digits)"),
    INVALID_ENTITY(302, "principalEntityId: invalid (expected: up to 19 digits)"),
    INVALID_TEMPLATE(303, "templateId: invalid (expected: 12 or 19 digits)"),
    INVALID_SIGNATURE(102, "signature: does not fit the message"),
    BUSY(429, "too many at once"),
    FAILING(500, "not able to just now");

    private final int code;
    private final String message;

    Refusal(int code, String message) {
        this.code = code;
        this.message = message;
    }

    public int code() {
        return code;
    }

    public String message() {
        return message;
    }
}
