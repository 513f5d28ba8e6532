package in.sampark.consumer.importing.domain;

import in.sampark.consumer.csv.domain.SpreadsheetDamage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a row's cells and remembers those it could not. */
final class Cells {

    private final Row row;
    private final List<RowError> errors = new ArrayList<>();
    private boolean repaired;

    Cells(Row row) {
        this.row = row;
    }

    /** The value of a cell that must have one. */
    <T> Optional<T> required(Column column, CellRule<T> rule) {
        String cell = row.cell(column);
        Optional<T> value = rule.read().apply(cell);
        if (value.isEmpty()) {
            reject(column, cell, rule.expected());
        }
        return value;
    }

    /** The value of a cell that may be empty. */
    <T> Optional<T> optional(Column column, CellRule<T> rule) {
        return row.cell(column).isEmpty() ? Optional.empty() : required(column, rule);
    }

    /** The value of a cell of digits that must have one, what a spreadsheet has done to them undone. */
    <T> Optional<T> requiredNumber(Column column, CellRule<T> rule) {
        String cell = row.cell(column);
        String digits = SpreadsheetDamage.repaired(cell);
        repaired |= SpreadsheetDamage.wasDamaged(cell, digits);
        Optional<T> value = rule.read().apply(digits);
        if (value.isEmpty()) {
            reject(column, cell, SpreadsheetDamage.named(digits).orElse(rule.expected()));
        }
        return value;
    }

    /** The value of a cell of digits that may be empty. */
    <T> Optional<T> optionalNumber(Column column, CellRule<T> rule) {
        return row.cell(column).isEmpty() ? Optional.empty() : requiredNumber(column, rule);
    }

    void reject(Column column, String value, String expected) {
        errors.add(RowError.ofCell(row.line(), column, value, expected));
    }

    /** Whether something that a spreadsheet has done was undone. */
    boolean repaired() {
        return repaired;
    }

    List<RowError> errors() {
        return List.copyOf(errors);
    }
}
