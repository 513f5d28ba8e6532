package in.sampark.consumer.importing.r2dbc;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.importing.domain.DeclaredConnection;
import in.sampark.consumer.importing.domain.RowReading.Good;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as bytes that live as long as an import: a form for a million of them, not one for years. */
final class RowCodec {

    /** Rows that another release has staged are not guessed at. */
    private static final byte FORM = 2;

    private static final int BYTES_A_ROW = 200;

    private RowCodec() {}

    static byte[] write(List<Good> rows) {
        var bytes = new ByteArrayOutputStream(rows.size() * BYTES_A_ROW + 8);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeInt(rows.size());
            for (Good row : rows) {
                out.writeLong(row.line());
                write(row.declared(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException when another release wrote them */
    static List<Good> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("staged rows: form " + form + " (expected: " + FORM + ")");
            }
            int count = in.readInt();
            List<Good> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rows.add(new Good(in.readLong(), read(in)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DeclaredConnection declared, DataOutputStream out) throws IOException {
        Connection connection = declared.connection();
        out.writeUTF(connection.id().discom());
        out.writeUTF(connection.id().accountNo());
        out.writeUTF(connection.area().path());
        ConsumerName name = connection.name();
        writeText(name == null ? null : name.text(), out);
        out.writeUTF(connection.feedingPoint().substation());
        out.writeUTF(connection.feedingPoint().feederCode());
        out.writeUTF(connection.feedingPoint().dtCode());
        out.writeUTF(connection.category());
        out.writeLong(connection.sanctionedLoadW());
        out.writeUTF(connection.billingMode().name());
        writeText(connection.meterNo(), out);
        out.writeLong(connection.supply().from().toEpochDay());
        LocalDate to = connection.supply().to();
        writeText(to == null ? null : to.toString(), out);
        LocalDate modeFrom = connection.billingModeFrom();
        writeText(modeFrom == null ? null : modeFrom.toString(), out);
        out.writeUTF(declared.language().code());
        MobileNumber mobile = declared.mobile();
        writeText(mobile == null ? null : mobile.e164(), out);
    }

    private static DeclaredConnection read(DataInputStream in) throws IOException {
        var id = new ConnectionId(in.readUTF(), in.readUTF());
        var area = new AreaPath(in.readUTF());
        String name = readText(in);
        var feedingPoint = new FeedingPoint(in.readUTF(), in.readUTF(), in.readUTF());
        String category = in.readUTF();
        long load = in.readLong();
        BillingMode mode = BillingMode.valueOf(in.readUTF());
        String meterNo = readText(in);
        LocalDate from = LocalDate.ofEpochDay(in.readLong());
        String to = readText(in);
        String modeFrom = readText(in);
        Language language = Language.ofCode(in.readUTF()).orElseThrow();
        String mobile = readText(in);
        Connection connection = new Connection(
                id,
                area,
                name == null ? null : new ConsumerName(name),
                feedingPoint,
                category,
                load,
                mode,
                meterNo,
                new SupplyPeriod(from, to == null ? null : LocalDate.parse(to)),
                modeFrom == null ? null : LocalDate.parse(modeFrom));
        return new DeclaredConnection(connection, language, mobile == null ? null : new MobileNumber(mobile));
    }

    private static void writeText(@Nullable String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
