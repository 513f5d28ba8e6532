package in.sampark.benchmarks.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A connections file as a billing master writes it: every row good, nine of ten with a number, accounts in no order. */
final class ConnectionsFile {

    static final String HEADER = "account_no,name,mobile,language,discom,zone,circle,division,sub_division,substation,"
            + "feeder_code,dt_code,category,sanctioned_load_kw,billing_mode,meter_no,supply_from,supply_to";

    private static final String[] NAMES = {
        "Asha Devi", "Ram Kumar", "आशा देवी", "Mohammad Salim", "Sunita", "राम कुमार शर्मा"
    };
    private static final int FIRST_MOBILE_BLOCK = 98970;
    private static final long STEP = 48_271; // visits every account of a range once, when it does not divide its size

    private ConnectionsFile() {}

    /** Writes the file. @param firstAccount ten digits; the accounts are those from it on */
    static void write(Path file, long firstAccount, int rows) throws IOException {
        var random = new Random(firstAccount);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.newLine();
            for (int i = 0; i < rows; i++) {
                out.write(row(firstAccount + (i * STEP) % rows, i, random));
                out.newLine();
            }
        }
    }

    private static String row(long account, int i, Random random) {
        int circle = i % 8;
        int division = random.nextInt(6);
        int subDivision = random.nextInt(5);
        String area = "C%d,C%d-D%d,C%d-D%d-S%d".formatted(circle, circle, division, circle, division, subDivision);
        String mobile = i % 10 == 0 ? "" : Long.toString(FIRST_MOBILE_BLOCK * 100_000L + account % 1_000_000);
        int feeder = random.nextInt(400);
        return "%d,%s,%s,%s,DVVNL,AGRA,%s,SS-%d,F-%d,DT-%d-%d,LMV-1-%s,%d,%s,MH%d,2019-05-01,"
                .formatted(
                        account,
                        NAMES[random.nextInt(NAMES.length)],
                        mobile,
                        i % 3 == 0 ? "en" : "hi",
                        area,
                        feeder / 10,
                        feeder,
                        feeder,
                        random.nextInt(50),
                        i % 2 == 0 ? "URBAN" : "RURAL",
                        1 + random.nextInt(5),
                        i % 4 == 0 ? "postpaid" : "prepaid",
                        account);
    }
}
