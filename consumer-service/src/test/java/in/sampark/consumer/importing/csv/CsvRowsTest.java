package in.sampark.consumer.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.consumer.importing.domain.Column;
import in.sampark.consumer.importing.domain.Row;
import in.sampark.platform.web.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** An upload that breaks off ends in whatever the server calls it, also in the middle of a record. */
    @ParameterizedTest
    @MethodSource("broken")
    void whatBreaksOffIsNotBlamedOnTheText(Exception failure) {
        Flux<DataBuffer> half = Flux.just(buffer((HEADER + "\n1,2\n3,\"4").getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(
                        () -> CsvRows.of(half.concatWith(Flux.error(failure))).blockLast(SOON))
                .isNotInstanceOf(Problem.class)
                .hasRootCause(failure);
    }

    static Stream<Exception> broken() {
        return Stream.of(new IOException("the line is dead"), new IllegalStateException("aborted"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50_000})
    void bytesThatAreNoUtf8AreOneClearError(int rowsBefore) {
        byte[] head = (HEADER + "\n" + "a\n".repeat(rowsBefore) + "a").getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(head, head.length + 3);
        file[head.length] = (byte) 0xE9;

        assertThatThrownBy(() -> read(Flux.just(buffer(file))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("bytes that are no text")
                .hasMessageContaining("UTF-8 or UTF-16");
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void encodingIsToldByItsBytes(Charset charset, String mark) {
        read(Flux.just(buffer((mark + HEADER + "\nआशा,😀\n").getBytes(charset))));

        assertThat(rows).extracting(Row::fields).containsExactly(List.of("आशा", "😀"));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .flatMap(charset -> Stream.of(Arguments.of(charset, ""), Arguments.of(charset, "\uFEFF")));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void separatorIsToldByTheHeader(char separator) {
        String other = separator == ',' ? ";" : ",";

        read(HEADER.replace(',', separator) + "\na" + separator + "\"two\nlines" + separator + "\"" + separator + "b"
                + other + "c\n");

        assertThat(rows)
                .extracting(Row::fields)
                .containsExactly(List.of("a", "two\nlines" + separator, "b" + other + "c"));
    }

    /** Any cells, however they are written: what comes out is what went in, but for the kind of line ends. */
    @ParameterizedTest
    @MethodSource("seeds")
    void cellsComeOutAsTheyWentIn(long seed) {
        var random = new Random(seed);
        char separator = ",;\t".charAt(random.nextInt(3));
        Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .get(random.nextInt(3));
        List<List<String>> cells = IntStream.range(0, 1 + random.nextInt(20))
                .mapToObj(row -> Stream.generate(() -> cell(random)).limit(18).toList())
                .toList();
        String end = random.nextBoolean() ? "\r\n" : "\n";
        String file = cells.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining(end, HEADER.replace(',', separator) + end, end));
        byte[] bytes = file.getBytes(charset);
        int cut = random.nextInt(bytes.length);

        read(Flux.just(
                buffer(Arrays.copyOfRange(bytes, 0, cut)), buffer(Arrays.copyOfRange(bytes, cut, bytes.length))));

        assertThat(rows)
                .as("seed %d", seed)
                .extracting(Row::fields)
                .isEqualTo(cells.stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.replace("\r\n", "\n").replace('\r', '\n'))
                                .toList())
                        .toList());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String cell(Random random) {
        int[] letters =
                "aZ09 ,;\t\n\r\"'=+\u0906\u0936\u093e\ud83d\ude00".codePoints().toArray();
        return random.ints(random.nextInt(12), 0, letters.length)
                .map(i -> letters[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void lettersCutByTheNetworkAreWholeAgain() {
        byte[] file = (HEADER + "\nआशा\n").getBytes(StandardCharsets.UTF_8);

        read(Flux.range(0, file.length).map(i -> buffer(new byte[] {file[i]})));

        assertThat(rows).extracting(Row::fields).containsExactly(List.of("आशा"));
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

        Disposable reading = CsvRows.of(stalled).subscribe();
        Awaitility.await().untilTrue(waiting);
        reading.dispose();

        Awaitility.await().untilTrue(letGo);
    }

    @Test
    void emptyFileHasNoHeader() {
        assertThatThrownBy(() -> read(Flux.empty())).isInstanceOf(Problem.class);
    }

    @Test
    void quoteThatNeverClosesIsOneClearError() {
        assertThatThrownBy(() -> read(HEADER + "\n1\n2\n\"" + "3\n".repeat(100_000)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no CSV after line 3")
                .hasMessageContaining("no cell has more than 65536 letters");
    }

    @Test
    void cellOfManyLettersCostsItsRowOnly() {
        read(HEADER + "\n" + "x".repeat(20_000) + "\n2\n");

        assertThat(rows).hasSize(2);
    }

    @Test
    void fileIsReadOnlyAsFastAsItsRowsAreTaken() {
        var sent = new AtomicInteger();
        Flux<DataBuffer> endless = endless(HEADER + "\n").doOnNext(buffer -> sent.incrementAndGet());

        CsvRows.of(endless).take(1000).blockLast(SOON);

        assertThat(sent).hasValueLessThan(100);
    }

    private static Flux<DataBuffer> endless(String header) {
        byte[] thousandRows = "1\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        return Flux.just(buffer(header.getBytes(StandardCharsets.UTF_8)))
                .concatWith(Flux.generate(sink -> sink.next(buffer(thousandRows))));
    }

    private void read(String file) {
        read(Flux.just(buffer(file.getBytes(StandardCharsets.UTF_8))));
    }

    private void read(Flux<DataBuffer> file) {
        CsvRows.of(file).doOnNext(rows::add).blockLast(SOON);
    }

    private static DataBuffer buffer(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
