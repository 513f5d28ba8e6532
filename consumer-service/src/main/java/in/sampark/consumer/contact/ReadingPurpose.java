package in.sampark.consumer.contact;

/** Why somebody has to see a number in full. A closed list, so that no personal data gets into the trail by way of it. */
public enum ReadingPurpose {
    /** To call the consumer before or during a visit. */
    VISIT,
    /** To call back about a complaint. */
    COMPLAINT,
    /** To find out whether the number on file is right. */
    CORRECTION,
    /** The consumer asked what is known of them. */
    CONSUMER_REQUEST
}
