package in.sampark.meter.reading.r2dbc;

import in.sampark.meter.reading.DoubtedReadingList;
import in.sampark.meter.reading.DoubtedReadings.Standing;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Doubted readings with the area of their connection. */
public final class R2dbcDoubtedReadingList implements DoubtedReadingList {

    private static final String LISTED = """
            select d.*, c.area_path
            from doubted_reading d
            join connection c on c.connection_id = d.connection_id
            """;

    private static final String FIND = LISTED + """
            where d.standing = $1 and d.id > $2 and (c.area_path = $3 or starts_with(c.area_path, $3 || '/'))
              and ($4::text is null or d.reason = $4) and ($5::text is null or d.connection_id = $5)
            order by d.id
            limit $6
            """;

    private static final String ONE = LISTED + "where d.id = $1";

    private final DatabaseClient database;

    public R2dbcDoubtedReadingList(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Listed>> find(Question question, int atMost) {
        var asked = database.sql(FIND)
                .bind("$1", question.standing().name())
                .bind("$2", question.afterId())
                .bind("$3", question.areaPath())
                .bind("$6", atMost);
        asked = question.reason() == null
                ? asked.bindNull("$4", String.class)
                : asked.bind("$4", question.reason().name());
        asked = question.connectionId() == null
                ? asked.bindNull("$5", String.class)
                : asked.bind("$5", question.connectionId());
        return asked.map(R2dbcDoubtedReadingList::read).all().collectList();
    }

    @Override
    public Mono<Listed> of(long id) {
        return database.sql(ONE)
                .bind("$1", id)
                .map(R2dbcDoubtedReadingList::read)
                .one();
    }

    private static Listed read(Readable row) {
        return new Listed(
                R2dbcDoubtedReadings.read(row),
                Column.of(row, "area_path", String.class),
                Column.of(row, "explanation", String.class),
                Standing.valueOf(Column.of(row, "standing", String.class)),
                row.get("settled_at", Instant.class),
                row.get("settled_by", String.class),
                row.get("settled_why", String.class));
    }
}
