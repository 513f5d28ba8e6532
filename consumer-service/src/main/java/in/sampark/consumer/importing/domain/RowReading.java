package in.sampark.consumer.importing.domain;

import in.sampark.consumer.connection.domain.Discrepancy;
import java.util.List;

/** What a row turned out to say. */
public sealed interface RowReading {

    /** The row says something that can be taken. */
    record Good(long line, DeclaredConnection declared) implements RowReading {

        /** This row, as one that names an account the sender may not declare. */
        public RowError accountError(String expected) {
            return RowError.ofAccount(line, declared.id().accountNo(), expected);
        }

        /** What this row says of its place although the network knows better. */
        public List<RowError> warnings(List<Discrepancy> discrepancies) {
            return discrepancies.stream()
                    .map(one -> RowError.ofCell(line, Column.ofLevel(one.level()), one.said(), one.expected())
                            .asWarning())
                    .toList();
        }
    }

    /** The same of a row that came with a spreadsheet's damage, which is undone. */
    record Repaired(Good row) implements RowReading {}

    /** The row can't be taken, for at least one reason. */
    record Bad(List<RowError> errors) implements RowReading {}
}
