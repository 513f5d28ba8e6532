package in.sampark.consumer.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowRulesTest {

    private static final long LINE = 7;
    private static final Header HEADER =
            new Header(Arrays.stream(Column.values()).map(Column::title).toList());
    private static final Set<String> CATEGORIES = new TreeSet<>(Set.of("LMV-1-URBAN", "LMV-2"));
    private static final CoveredArea MATHURA = new CoveredArea("DVVNL/AGRA/MATHURA");

    private final RowRules rules =
            new RowRules(Map.of("DVVNL", Pattern.compile("[0-9]{10}")), CATEGORIES, MobileNumbers::parse);
    private final Map<Column, String> cells = good();

    @Test
    void goodRowSaysAConnectionAndItsContact() {
        DeclaredConnection declared = declared();

        assertThat(declared.language()).isEqualTo(Language.HINDI);
        assertThat(declared.mobile()).isEqualTo(new MobileNumber("+919897010001"));
        assertThat(declared.connection()).satisfies(connection -> {
            assertThat(connection.id()).isEqualTo(new ConnectionId("DVVNL", "7010000001"));
            assertThat(connection.area())
                    .isEqualTo(new AreaPath("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1"));
            assertThat(connection.name()).isEqualTo(new ConsumerName("आशा देवी"));
            assertThat(connection.sanctionedLoadW()).isEqualTo(2500);
            assertThat(connection.billingMode()).isEqualTo(BillingMode.PREPAID);
            assertThat(connection.billingModeFrom()).isEqualTo(LocalDate.of(2019, 5, 10));
            assertThat(connection.meterNo()).isEqualTo("MH01");
            assertThat(connection.supply())
                    .isEqualTo(new SupplyPeriod(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 7, 31)));
        });
    }

    @Test
    void nameNumberMeterAndEndMayBeEmpty() {
        for (Column column :
                List.of(Column.NAME, Column.MOBILE, Column.METER_NO, Column.SUPPLY_TO, Column.BILLING_MODE_FROM)) {
            cells.put(column, " ");
        }

        DeclaredConnection declared = declared();

        assertThat(declared.mobile()).isNull();
        assertThat(declared.connection().name()).isNull();
        assertThat(declared.connection().meterNo()).isNull();
        assertThat(declared.connection().billingModeFrom()).isNull();
        assertThat(declared.connection().supply().to()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ACCOUNT_NO, 701000001, [0-9]{10}",
                "ACCOUNT_NO, , [0-9]{10}",
                "DISCOM, PVVNL, one of [DVVNL]",
                "LANGUAGE, ur, hi or en",
                "SANCTIONED_LOAD_KW, 0, \"kW above 0, with up to three decimals\"",
                "SANCTIONED_LOAD_KW, -2, \"kW above 0, with up to three decimals\"",
                "SANCTIONED_LOAD_KW, 1e9, \"kW above 0, with up to three decimals\"",
                "SANCTIONED_LOAD_KW, two, \"kW above 0, with up to three decimals\"",
                "BILLING_MODE, free, prepaid or postpaid",
                "SUPPLY_FROM, 2019-02-30, a date like 2026-04-01",
                "SUPPLY_FROM, 01/05/2019, a date like 2026-04-01",
                "SUPPLY_FROM, , a date like 2026-04-01",
                "SUPPLY_TO, 2019-04-30, supply_from 2019-05-01 or later",
                "ZONE, A/B, an area's code without a slash",
                "CATEGORY, , \"one of [LMV-1-URBAN, LMV-2]\"",
                "CATEGORY, LMV-1, \"one of [LMV-1-URBAN, LMV-2]\"",
                "DT_CODE, DT\uFFFD1, text of 1 to 200 characters",
                "DT_CODE, DT\u00001, text of 1 to 200 characters",
            })
    void wrongCellIsNamedWithWhatWasExpected(Column column, String value, String expected) {
        cells.put(column, value == null ? "" : value);

        assertThat(errors()).containsExactly(new RowError(LINE, column.title(), value == null ? "" : value, expected));
    }

    @Test
    void everyWrongCellIsNamed() {
        cells.put(Column.LANGUAGE, "ur");
        cells.put(Column.SANCTIONED_LOAD_KW, "0");
        cells.put(Column.SUPPLY_FROM, "");

        assertThat(errors())
                .extracting(RowError::column)
                .containsExactlyInAnyOrder("language", "sanctioned_load_kw", "supply_from");
    }

    @Test
    void rowOutsideTheCallersAreaIsRejected() {
        cells.put(Column.CIRCLE, "ALIGARH");

        assertThat(errors())
                .containsExactly(new RowError(
                        LINE,
                        "sub_division",
                        "DVVNL/AGRA/ALIGARH/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1",
                        "an area within DVVNL/AGRA/MATHURA"));
    }

    @Test
    void numberAndNameAreNotShown() {
        cells.put(Column.MOBILE, "98970100011");
        cells.put(Column.NAME, "x".repeat(201));

        assertThat(errors()).extracting(RowError::value).containsExactlyInAnyOrder("*********11", "***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"98970 10001", "\u096f\u096e\u096f\u096d\u0966\u0967\u0966\u0966\u0966\u0967"})
    void numberInTheWrongColumnIsNotShownEither(String number) {
        cells.put(Column.LANGUAGE, number);

        assertThat(errors()).extracting(RowError::value).containsExactly("***");
    }

    @Test
    void numberInPlaceOfAnAccountIsShownByItsShape() {
        cells.put(Column.ACCOUNT_NO, "+91 98970 10001");

        assertThat(errors()).extracting(RowError::value).containsExactly("+** ***** ***01");
    }

    @Test
    void numberInPlaceOfALongerAccountIsShownByItsShapeToo() {
        var twelve = new RowRules(Map.of("DVVNL", Pattern.compile("[0-9]{12}")), CATEGORIES, MobileNumbers::parse);
        cells.put(Column.ACCOUNT_NO, "9897010001");

        assertThat(twelve.read(new Row(LINE, HEADER, List.copyOf(cells.values())), MATHURA))
                .isEqualTo(new RowReading.Bad(List.of(new RowError(LINE, "account_no", "********01", "[0-9]{12}"))));
    }

    @Test
    void accountThatTheCompanyCouldHaveIsShown() {
        RowReading.Good good = (RowReading.Good) read(List.copyOf(cells.values()));

        assertThat(good.accountError("another").value()).isEqualTo("7010000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9897010001",
                "9897010001.0",
                "'9897010001",
                "\u20189897010001",
                "=\"9897010001\"",
                "\u096f\u096e\u096f\u096d\u0966\u0967\u0966\u0966\u0966\u0967",
                "\u00a098970\u202f10001 ",
                "98970-10001",
                "+91 98970 10001",
                "919897010001",
                "09897010001",
            })
    void damageThatLosesNothingIsUndone(String cell) {
        cells.put(Column.MOBILE, cell);

        assertThat(declared().mobile()).isEqualTo(new MobileNumber("+919897010001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7010000001.0", "'7010000001", "\u096d0100 00001", "=\"7010000001\""})
    void accountNumbersAreRepairedToo(String cell) {
        cells.put(Column.ACCOUNT_NO, cell);

        assertThat(declared().id()).isEqualTo(new ConnectionId("DVVNL", "7010000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.89701E+09", "9.89701e9", "9,9E+09", "'9.89701E+09", "1E+10"})
    void lostDigitsAreNamedAsSuch(String cell) {
        cells.put(Column.MOBILE, cell);
        cells.put(Column.ACCOUNT_NO, cell);

        assertThat(errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.expected()).startsWith("all its digits; a spreadsheet"));
    }

    @Test
    void numberThatIsNoneIsShownByItsShape() {
        cells.put(Column.MOBILE, "9.89701E+09 Asha");

        assertThat(errors()).extracting(RowError::value).containsExactly("*.*****E+09 ****");
    }

    @Test
    void landlineIsNoMobileNumber() {
        cells.put(Column.MOBILE, "0565 2400001");

        assertThat(errors())
                .extracting(RowError::expected)
                .containsExactly("an Indian mobile number, e.g. ten digits from 6 on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9897010001.0", "'9897010001", "=\"9897010001\"", "\u096F897010001", "9897010001\u00A0"})
    void rowOfWhichASpreadsheetsDamageIsUndoneIsMarked(String mobile) {
        cells.put(Column.MOBILE, mobile);

        assertThat(read(List.copyOf(cells.values()))).isInstanceOf(RowReading.Repaired.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"98970 10001", "+91 98970 10001", "9897010001", ""})
    void rowAsPeopleWriteItIsNot(String mobile) {
        cells.put(Column.MOBILE, mobile);

        assertThat(read(List.copyOf(cells.values()))).isInstanceOf(RowReading.Good.class);
    }

    @Test
    void rowWithTooFewFieldsIsMalformed() {
        assertThat(read(List.of("7010000001", "Asha")))
                .isEqualTo(new RowReading.Bad(List.of(new RowError(LINE, "", "2 fields", "19 fields"))));
    }

    @Test
    void rowWithMoreThanTheHeaderIsMalformedUnlessTheRestIsEmpty() {
        List<String> fields = new ArrayList<>(cells.values());
        fields.addAll(List.of("", " "));
        assertThat(read(fields)).isInstanceOf(RowReading.Good.class);

        fields.add("x");
        assertThat(read(fields)).isInstanceOf(RowReading.Bad.class);
    }

    private DeclaredConnection declared() {
        return switch (read(List.copyOf(cells.values()))) {
            case RowReading.Good good -> good.declared();
            case RowReading.Repaired(RowReading.Good good) -> good.declared();
            case RowReading.Bad(List<RowError> errors) -> throw new AssertionError("rejected: " + errors);
        };
    }

    private List<RowError> errors() {
        RowReading reading = read(List.copyOf(cells.values()));
        assertThat(reading).isInstanceOf(RowReading.Bad.class);
        return ((RowReading.Bad) reading).errors();
    }

    private RowReading read(List<String> fields) {
        return rules.read(new Row(LINE, HEADER, fields), MATHURA);
    }

    private static Map<Column, String> good() {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        List<String> values = List.of(
                "7010000001",
                " आशा \n देवी",
                "98970 10001",
                "hi",
                "DVVNL",
                "AGRA",
                "MATHURA",
                "MATHURA-URBAN-1",
                "MATHURA-URBAN-1-SD1",
                "MATHURA-33-1",
                "F-01",
                "DT-001",
                "LMV-1-URBAN",
                "2.5",
                "Prepaid",
                "MH01",
                "2019-05-01",
                "2019-07-31",
                "2019-05-10");
        for (int i = 0; i < values.size(); i++) {
            cells.put(Column.values()[i], values.get(i));
        }
        return cells;
    }
}
