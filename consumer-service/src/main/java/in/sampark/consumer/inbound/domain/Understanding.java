package in.sampark.consumer.inbound.domain;

/** What a record of an answer comes to. */
public sealed interface Understanding {

    /** It changes what is on record. */
    record Understood(Answer answer) implements Understanding {}

    /** It asks for something that others see to. */
    record NotForUs() implements Understanding {}

    /** It says nothing that could be followed. @param reason the value at fault and what was expected */
    record Unclear(String reason) implements Understanding {}
}
