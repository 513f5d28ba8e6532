package in.sampark.meter.balance.domain;

/** How the days of a connection are paid for. Only prepaid ones are charged here. */
public enum BillingMode {
    PREPAID,
    /** By a bill that another system writes. */
    POSTPAID,
    /** Before charging began here: settled in the books that an opening balance, if there is one, was taken from. */
    CARRIED_OVER,
    /** In a way this service does not know. */
    UNKNOWN
}
