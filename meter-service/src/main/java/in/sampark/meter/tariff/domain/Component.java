package in.sampark.meter.tariff.domain;

/** The parts of a charge, as a bill and the ledger show them. */
public enum Component {
    /** Energy at the full price of its slabs. */
    ENERGY,
    /** What the state takes over of the energy; never positive. */
    SUBSIDY,
    /** For load and connection, used or not. */
    FIXED,
    /** Fuel surcharge; negative in months in which it is a credit. */
    SURCHARGE,
    /** For paying in advance; never positive. */
    REBATE,
    /** What is missing to the minimum of a month; a day's part is negative when use catches up. */
    MINIMUM,
    /** Electricity duty. */
    DUTY
}
