package in.sampark.consumer.importing.domain;

/** How far an import has come. */
public enum ImportState {
    /** The file is being sent; nothing of it is taken. */
    RECEIVING,
    /** The file is whole and waits for its turn. */
    WAITING,
    /** Its rows are being taken. */
    TAKING,
    /** Every row is taken or rejected. */
    DONE,
    /** It ended before its last row; the reason says what that means. */
    FAILED
}
