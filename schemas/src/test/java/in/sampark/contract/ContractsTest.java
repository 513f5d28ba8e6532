package in.sampark.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.sampark.contract.Topic.Keeping;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every contract, so that other systems can rely on it. */
class ContractsTest {

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @Test
    void theListHasEveryTopicOfTheCatalogueOnce() {
        List<Object> declared = Arrays.stream(Topics.class.getDeclaredFields())
                .filter(field -> field.getType() == Topic.class)
                .map(ContractsTest::value)
                .toList();
        assertThat(List.<Object>copyOf(Topics.ALL)).hasSameElementsAs(declared);
        assertThat(Topics.ALL).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(Stream.of(Topics.Name.class.getDeclaredFields())
                        .filter(field -> Modifier.isPublic(field.getModifiers()))
                        .map(ContractsTest::value))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTypeAndFieldIsExplained(Topic<?> topic) {
        assertExplained(topic.schema());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyRecordBeginsWithTheEnvelope(Topic<?> topic) {
        assertThat(topic.schema().getFields().stream().limit(4).map(Schema.Field::name))
                .containsExactly("eventId", "occurredAt", "discom", "causationId");
    }

    /** A symbol added later must not break a reader that does not know it. */
    @ParameterizedTest
    @MethodSource("topics")
    void everyEnumHasADefaultSymbol(Topic<?> topic) {
        assertThat(Nested.in(topic.schema()).filter(schema -> schema.getType() == Type.ENUM))
                .allSatisfy(symbols -> assertThat(symbols.getEnumDefault())
                        .as(symbols.getName())
                        .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void stateHasAVersionAndEventsLeaveNoLaterThanTheirSegment(Topic<?> topic) {
        switch (topic.keeping()) {
            case Keeping.LastOfKey() ->
                assertThat(topic.schema().getField("version")).isNotNull();
            case Keeping.For(var retention, var segment) -> assertThat(segment).isLessThanOrEqualTo(retention);
        }
    }

    /** Serialisers do not register anything themselves: a contract nobody enters could not be read. */
    @ParameterizedTest
    @MethodSource("topics")
    void everyContractIsEnteredIntoTheRegistryByAServiceThatUsesIt(Topic<?> topic) {
        assertThat(Party.SERVICES.stream().filter(topic::registeredBy))
                .isNotEmpty()
                .allMatch(topic::touchedBy);
    }

    @Test
    void whatOnlyOthersWriteIsEnteredByItsReaders() {
        assertThat(Party.SERVICES.stream().filter(Topics.RECHARGES::registeredBy))
                .containsExactly(Party.METER_SERVICE);
        assertThat(Party.SERVICES.stream().filter(Topics.OUTAGES::registeredBy)).containsExactly(Party.METER_SERVICE);
    }

    @Test
    void aServiceIsKnownByItsName() {
        assertThat(Party.service("meter-service")).isEqualTo(Party.METER_SERVICE);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Party.service("head-end"))
                .withMessage(
                        "service: head-end (expected: one of consumer-service, meter-service, notification-service,"
                                + " campaign-service)");
    }

    private static void assertExplained(Schema contract) {
        Nested.in(contract).forEach(type -> {
            switch (type.getType()) {
                case RECORD -> {
                    assertThat(type.getDoc()).as(type.getName()).isNotBlank();
                    type.getFields()
                            .forEach(field -> assertThat(field.doc())
                                    .as(type.getName() + "." + field.name())
                                    .isNotBlank());
                }
                case ENUM, FIXED -> assertThat(type.getDoc()).as(type.getName()).isNotBlank();
                case ARRAY, MAP, UNION, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
            }
        });
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
