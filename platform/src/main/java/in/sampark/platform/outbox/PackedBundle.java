package in.sampark.platform.outbox;

/**
 * A bundle as its row holds it.
 *
 * @param records see {@link PackedRecords}
 * @param amount how many they are
 */
record PackedBundle(String topic, boolean state, byte[] records, int amount) {

    static PackedBundle of(Bundle bundle) {
        return new PackedBundle(
                bundle.topic(),
                bundle.state(),
                PackedRecords.pack(bundle.records()),
                bundle.records().size());
    }

    /** @throws IllegalStateException when another release packed them in another form */
    Bundle unpacked() {
        return new Bundle(topic, state, PackedRecords.unpack(records));
    }
}
