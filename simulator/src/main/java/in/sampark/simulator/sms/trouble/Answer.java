package in.sampark.simulator.sms.trouble;

/** How the gateway in trouble answers. */
sealed interface Answer {

    /** As ever. */
    record Usual() implements Answer {}

    /** With an HTTP status of its own. */
    record Status(int code) implements Answer {}

    /** Not at all, while the connection stays open for as long as the sender likes. */
    record Silence() implements Answer {}

    /** Not at all: the connection is closed. */
    record Disconnect() implements Answer {}
}
