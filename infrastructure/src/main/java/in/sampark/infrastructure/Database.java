package in.sampark.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A PostgreSQL database of its own user. @param name and user: lower-case letters, digits and underscores */
public record Database(String host, int port, String name, String user, String password) {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Database {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("database: \"%s\" (expected: %s)".formatted(name, IDENTIFIER));
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** Makes the database and its user, unless they are there. */
    public void createBy(Connection administrator) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            if (!exists(administrator, "select 1 from pg_roles where rolname = ?", user)) {
                statement.execute("create role %s login".formatted(user));
            }
            statement.execute("alter role %s password '%s'".formatted(user, password));
            if (!exists(administrator, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database %s owner %s".formatted(name, user));
                statement.execute("revoke all on database %s from public".formatted(name));
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name;
    }
}
