package in.sampark.consumer.importing.domain;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a row of a connections file must say. */
public final class RowRules {

    private static final CellRule<String> AREA_CODE =
            CellRule.text(cell -> CellRule.isText(cell) && AreaPath.isCode(cell), "an area's code without a slash");
    private static final CellRule<BillingMode> BILLING_MODE =
            new CellRule<>(RowRules::billingMode, "prepaid or postpaid");
    private static final CellRule<Language> LANGUAGE = new CellRule<>(Language::ofCode, "hi or en");

    private final Map<String, CellRule<ConnectionId>> companies;
    private final CellRule<CellRule<ConnectionId>> company;
    private final CellRule<String> category;
    private final CellRule<MobileNumber> mobile;

    /**
     * @param accountNumbers what account numbers look like, by the code of the company
     * @param categories the tariff categories there are
     * @param mobile reads a number however it is written
     */
    public RowRules(
            Map<String, Pattern> accountNumbers,
            Set<String> categories,
            Function<String, Optional<MobileNumber>> mobile) {
        this.companies = accountNumbers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, known -> accountNumber(known.getKey(), known.getValue())));
        this.company =
                new CellRule<>(code -> Optional.ofNullable(companies.get(code)), "one of " + accountNumbers.keySet());
        this.category = new CellRule<>(
                cell -> categories.stream()
                        .filter(known -> known.equalsIgnoreCase(cell))
                        .findAny(),
                "one of " + categories);
        this.mobile = new CellRule<>(mobile, "an Indian mobile number, e.g. ten digits from 6 on");
    }

    /**
     * Reads a row, or says everything that is wrong with it.
     *
     * @param covered the area whose connections may be declared
     */
    public RowReading read(Row row, CoveredArea covered) {
        Optional<RowError> malformed = row.malformed();
        if (malformed.isPresent()) {
            return new RowReading.Bad(malformed.stream().toList());
        }
        return read(row.line(), new Cells(row), covered);
    }

    private RowReading read(long line, Cells cells, CoveredArea covered) {
        Optional<ConnectionId> id =
                cells.required(Column.DISCOM, company).flatMap(rule -> cells.requiredNumber(Column.ACCOUNT_NO, rule));
        Optional<AreaPath> area = id.flatMap(known -> area(known.discom(), cells, covered));
        Optional<ConsumerName> name = cells.optional(Column.NAME, CellRule.TEXT).map(ConsumerName::new);
        Optional<FeedingPoint> feedingPoint = feedingPoint(cells);
        Optional<String> category = cells.required(Column.CATEGORY, this.category);
        Optional<Long> load = cells.required(Column.SANCTIONED_LOAD_KW, CellRule.LOAD_W);
        Optional<BillingMode> billingMode = cells.required(Column.BILLING_MODE, BILLING_MODE);
        Optional<LocalDate> billingModeFrom = cells.optional(Column.BILLING_MODE_FROM, CellRule.DAY);
        Optional<String> meterNo = cells.optional(Column.METER_NO, CellRule.TEXT);
        Optional<SupplyPeriod> supply = supply(cells);
        Optional<Language> language = cells.required(Column.LANGUAGE, LANGUAGE);
        Optional<MobileNumber> number = cells.optionalNumber(Column.MOBILE, mobile);
        if (!cells.errors().isEmpty()) {
            return new RowReading.Bad(cells.errors());
        }
        Connection connection = new Connection(
                id.orElseThrow(),
                area.orElseThrow(),
                name.orElse(null),
                feedingPoint.orElseThrow(),
                category.orElseThrow(),
                load.orElseThrow(),
                billingMode.orElseThrow(),
                meterNo.orElse(null),
                supply.orElseThrow(),
                billingModeFrom.orElse(null));
        var good = new RowReading.Good(
                line, new DeclaredConnection(connection, language.orElseThrow(), number.orElse(null)));
        return cells.repaired() ? new RowReading.Repaired(good) : good;
    }

    private static CellRule<ConnectionId> accountNumber(String discom, Pattern pattern) {
        return new CellRule<>(
                cell -> Optional.of(cell)
                        .filter(pattern.asMatchPredicate())
                        .flatMap(accountNo -> ConnectionId.parse(discom + ":" + accountNo)),
                pattern.pattern());
    }

    private static Optional<AreaPath> area(String discom, Cells cells, CoveredArea covered) {
        Optional<String> zone = cells.required(Column.ZONE, AREA_CODE);
        Optional<String> circle = cells.required(Column.CIRCLE, AREA_CODE);
        Optional<String> division = cells.required(Column.DIVISION, AREA_CODE);
        Optional<String> subDivision = cells.required(Column.SUB_DIVISION, AREA_CODE);
        if (zone.isEmpty() || circle.isEmpty() || division.isEmpty() || subDivision.isEmpty()) {
            return Optional.empty();
        }
        AreaPath area = AreaPath.of(discom, zone.get(), circle.get(), division.get(), subDivision.get());
        if (!covered.covers(area)) {
            cells.reject(Column.SUB_DIVISION, area.path(), "an area within " + covered.path());
            return Optional.empty();
        }
        return Optional.of(area);
    }

    private static Optional<FeedingPoint> feedingPoint(Cells cells) {
        Optional<String> substation = cells.required(Column.SUBSTATION, CellRule.TEXT);
        Optional<String> feeder = cells.required(Column.FEEDER_CODE, CellRule.TEXT);
        Optional<String> transformer = cells.required(Column.DT_CODE, CellRule.TEXT);
        return substation.isPresent() && feeder.isPresent() && transformer.isPresent()
                ? Optional.of(new FeedingPoint(substation.get(), feeder.get(), transformer.get()))
                : Optional.empty();
    }

    private static Optional<SupplyPeriod> supply(Cells cells) {
        var from = cells.required(Column.SUPPLY_FROM, CellRule.DAY);
        var to = cells.optional(Column.SUPPLY_TO, CellRule.DAY);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        if (to.isPresent() && to.get().isBefore(from.get())) {
            cells.reject(Column.SUPPLY_TO, to.get().toString(), "supply_from " + from.get() + " or later");
            return Optional.empty();
        }
        return Optional.of(new SupplyPeriod(from.get(), to.orElse(null)));
    }

    private static Optional<BillingMode> billingMode(String cell) {
        return Arrays.stream(BillingMode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(cell))
                .findAny();
    }
}
