package in.sampark.consumer.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.consumer.importing.domain.Column;
import in.sampark.consumer.importing.domain.Row;
import in.sampark.consumer.importing.domain.RowError;
import in.sampark.consumer.importing.domain.RowReading;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class CsvRowsTest {

    private static final String HEADER =
            Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(","));
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Row> rows = new ArrayList<>();

    @Test
    void rowsComeWithTheLineTheyStartOn() {
        read(HEADER + "\r\n1,\"two\nlines\",3\r\n\r\n4,\"say \"\"five\"\"\",6\r\n");

        assertThat(rows).extracting(Row::line).containsExactly(2L, 5L);
        assertThat(rows)
                .extracting(Row::fields)
                .containsExactly(List.of("1", "two\nlines", "3"), List.of("4", "say \"five\"", "6"));
    }

    @Test
    void byteOrderMarkIsNotPartOfTheHeader() {
        read("\uFEFF" + HEADER + "\n1");

        assertThat(rows).hasSize(1);
    }

    @Test
    void bytesOutsideUtf8SpoilTheirRowOnly() {
        byte[] head = (HEADER + "\na").getBytes(StandardCharsets.UTF_8);
        byte[] tail = "b\nआशा\n".getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(head, head.length + 1 + tail.length);
        file[head.length] = (byte) 0xE9;
        System.arraycopy(tail, 0, file, head.length + 1, tail.length);

        read(Flux.just(buffer(file)));

        assertThat(rows).extracting(Row::fields).containsExactly(List.of("a\uFFFDb"), List.of("आशा"));
    }

    @Test
    void lettersCutByTheNetworkAreWholeAgain() {
        byte[] file = (HEADER + "\nआशा\n").getBytes(StandardCharsets.UTF_8);

        read(Flux.range(0, file.length).map(i -> buffer(new byte[] {file[i]})));

        assertThat(rows).extracting(Row::fields).containsExactly(List.of("आशा"));
    }

    @Test
    void otherEncodingIsNoHeader() {
        assertThatThrownBy(() -> read(Flux.just(buffer(HEADER.getBytes(StandardCharsets.UTF_16)))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusedFileIsNotReadOn() {
        var letGo = new AtomicBoolean();
        Flux<DataBuffer> upload = endless("account_no,name\n").doOnCancel(() -> letGo.set(true));

        assertThatThrownBy(() -> read(upload)).isInstanceOf(Problem.class);

        Awaitility.await().untilTrue(letGo);
    }

    @Test
    void whoeverWaitsForASenderCanLetGo() {
        var waiting = new AtomicBoolean();
        var letGo = new AtomicBoolean();
        Flux<DataBuffer> stalled =
                Flux.<DataBuffer>never().doOnRequest(n -> waiting.set(true)).doOnCancel(() -> letGo.set(true));

        Disposable reading = CsvRows.of(stalled, this::keep).subscribe();
        Awaitility.await().untilTrue(waiting);
        reading.dispose();

        Awaitility.await().untilTrue(letGo);
    }

    @Test
    void emptyFileHasNoHeader() {
        assertThatThrownBy(() -> read(Flux.empty())).isInstanceOf(Problem.class);
    }

    @Test
    void rowsBeforeAQuoteThatNeverClosesAreRead() {
        List<RowReading> said = read(HEADER + "\n1\n2\n\"" + "3\n".repeat(100_000));

        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L);
        assertThat(said.getLast())
                .isEqualTo(new RowReading.Bad(
                        List.of(new RowError(4, "", "no CSV from here on", "every quote opened is closed"))));
    }

    @Test
    void fileIsReadOnlyAsFastAsItsRowsAreTaken() {
        var sent = new AtomicInteger();
        Flux<DataBuffer> endless = endless(HEADER + "\n").doOnNext(buffer -> sent.incrementAndGet());

        CsvRows.of(endless, this::keep).take(1000).blockLast(SOON);

        assertThat(sent).hasValueLessThan(100);
    }

    private static Flux<DataBuffer> endless(String header) {
        byte[] thousandRows = "1\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        return Flux.just(buffer(header.getBytes(StandardCharsets.UTF_8)))
                .concatWith(Flux.generate(sink -> sink.next(buffer(thousandRows))));
    }

    private List<RowReading> read(String file) {
        return read(Flux.just(buffer(file.getBytes(StandardCharsets.UTF_8))));
    }

    private List<RowReading> read(Flux<DataBuffer> file) {
        return CsvRows.of(file, this::keep).collectList().blockOptional(SOON).orElseThrow();
    }

    private RowReading keep(Row row) {
        rows.add(row);
        return new RowReading.Bad(List.of());
    }

    private static DataBuffer buffer(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
