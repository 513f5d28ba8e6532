package in.sampark.benchmarks.importing;

import in.sampark.infrastructure.Database;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The fastest way of a file into the same server: COPY into a table of text columns, logged and durable, without key or index. */
record BareCopy(Database database) {

    /** Seconds it takes. */
    double seconds(Path file) throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            statement.execute("drop table if exists plain");
            statement.execute("create table plain (%s)"
                    .formatted(Arrays.stream(ConnectionsFile.HEADER.split(","))
                            .map(column -> column + " text")
                            .collect(Collectors.joining(", "))));
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy plain from stdin with (format csv, header)", bytes, 1 << 16);
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
