package in.sampark.consumer.importing.domain;

/**
 * What has become of a file's rows so far. In the end all that were read are taken, unchanged or rejected.
 *
 * @param read rows that were received, the header aside
 * @param taken rows that changed something
 * @param unchanged rows that said what was on record
 * @param rejected rows that cannot be taken
 * @param repaired rows, of those that could be read, of which a spreadsheet's damage was undone; they count as taken, unchanged or
 *     rejected, too
 * @param warned rows that were taken, or unchanged, although something in them contradicts the network
 */
public record ImportProgress(long read, long taken, long unchanged, long rejected, long repaired, long warned) {

    public static final ImportProgress NONE = new ImportProgress(0, 0, 0, 0, 0, 0);
}
