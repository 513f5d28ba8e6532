package in.sampark.consumer;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row of a connections file; what a test does not say is right. */
record Row(String accountNo, String name, String mobile, String language, String circle, String load) {

    static final String HEADER =
            "account_no,name,mobile,language,discom,zone,circle,division,sub_division,substation,feeder_code,dt_code,"
                    + "category,sanctioned_load_kw,billing_mode,meter_no,supply_from,supply_to";

    static Row of(String accountNo) {
        return new Row(accountNo, "Asha Devi", "", "hi", "MATHURA", "2");
    }

    Row mobile(String value) {
        return new Row(accountNo, name, value, language, circle, load);
    }

    Row language(String value) {
        return new Row(accountNo, name, mobile, value, circle, load);
    }

    Row circle(String value) {
        return new Row(accountNo, name, mobile, language, value, load);
    }

    Row load(String value) {
        return new Row(accountNo, name, mobile, language, circle, value);
    }

    String connectionId() {
        return "DVVNL:" + accountNo;
    }

    static String file(Row... rows) {
        return Arrays.stream(rows).map(Row::toString).collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    /** The file of one connection that was closed years ago. */
    String closed() {
        return file(this).replace(",2019-05-01,", ",2012-05-01,2015-03-31");
    }

    @Override
    public String toString() {
        return String.join(
                ",",
                accountNo,
                name,
                mobile,
                language,
                "DVVNL",
                "AGRA",
                circle,
                circle + "-URBAN-1",
                circle + "-URBAN-1-SD1",
                "MATHURA-33-1",
                "F-01",
                "DT-001",
                "LMV-1-URBAN",
                load,
                "prepaid",
                "MH01",
                "2019-05-01",
                "");
    }
}
