package in.sampark.platform.test;

import in.sampark.platform.crypto.Keysets;

/** Keys made for this JVM. */
final class TestKeysets {

    static final Keysets.Pair SEALING = Keysets.newSealingPair();
    static final Keysets.Pair TOKEN = Keysets.newTokenPair();
    static final String FIELD = Keysets.newFieldKeyset();
    static final String HASH = Keysets.newHashKeyset();
    static final String OTP = Keysets.newHashKeyset();

    private TestKeysets() {}
}
