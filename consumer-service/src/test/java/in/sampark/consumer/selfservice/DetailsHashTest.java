package in.sampark.consumer.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.domain.KnownDetails;
import in.sampark.consumer.selfservice.domain.SecondProof;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.Keysets;
import in.sampark.platform.test.Rotation;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody knows is recognised while the hash key rotates. */
class DetailsHashTest {

    private static final ConnectionId CONNECTION = ConnectionId.of("DVVNL:7010000001");
    private static final SecondProof REFERENCE = new SecondProof.RechargeReference("GW-1");

    private final Rotation rotation = Rotation.of(Keysets.newHashKeyset());
    private final DetailsHash before = hash(rotation.before());
    private final DetailsHash during = hash(rotation.during());
    private final DetailsHash after = hash(rotation.after());

    @Test
    void referenceKeptByTheOldKeyIsRecognisedAsLongAsThatIsInTheKeyset() {
        var kept = new KnownDetails(Set.of(before.of(CONNECTION, REFERENCE)));

        assertThat(kept.include(before.all(CONNECTION, REFERENCE))).isTrue();
        assertThat(kept.include(during.all(CONNECTION, REFERENCE))).isTrue();
        assertThat(kept.include(after.all(CONNECTION, REFERENCE))).isFalse();
    }

    @Test
    void whatWasSaidUnderBothKeysIsRecognisedWhenTheOldOneIsGone() {
        var known = new KnownDetails(Set.of(after.all(CONNECTION, REFERENCE)));

        assertThat(known.include(during.all(CONNECTION, REFERENCE))).isTrue();
        assertThat(known.include(before.all(CONNECTION, REFERENCE))).isFalse();
    }

    @Test
    void referenceKeptBeforeHashesNamedTheirKeyIsRecognised() {
        String named = before.of(CONNECTION, REFERENCE);

        var kept = new KnownDetails(Set.of(named.substring(named.indexOf(':') + 1)));

        assertThat(kept.include(during.all(CONNECTION, REFERENCE))).isTrue();
    }

    @Test
    void itIsWorthNothingForAnotherConnection() {
        var known = new KnownDetails(Set.of(during.all(CONNECTION, REFERENCE)));

        assertThat(known.include(during.all(ConnectionId.of("DVVNL:7010000002"), REFERENCE)))
                .isFalse();
    }

    private static DetailsHash hash(String keyset) {
        return new DetailsHash(KeyedHash.of(keyset));
    }
}
