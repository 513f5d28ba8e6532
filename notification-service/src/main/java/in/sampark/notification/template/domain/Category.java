package in.sampark.notification.template.domain;

/** Regulatory category a template is registered under (TCCCPR 2018); it decides at what hours the text may be sent. */
public enum Category {
    /** Follows from the service itself; any hour. */
    SERVICE_IMPLICIT
}
