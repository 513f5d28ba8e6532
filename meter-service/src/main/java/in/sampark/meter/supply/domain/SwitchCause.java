package in.sampark.meter.supply.domain;

/** Why supply is off. */
public enum SwitchCause {
    /** Nothing was left to pay with. */
    DUES,
    /** Of meter or line. */
    FAULT,
    /** Somebody interfered. */
    TAMPER,
    /** More than sanctioned. */
    LOAD,
    /** The consumer asked for it. */
    REQUEST,
    /** Works. */
    MAINTENANCE,
    /** Another one, or nobody said. */
    OTHER
}
