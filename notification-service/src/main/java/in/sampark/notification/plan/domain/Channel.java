package in.sampark.notification.plan.domain;

/** A way to reach somebody. A new one is a constant here, providers that carry it, and templates registered for it. */
public enum Channel {
    SMS
}
