package in.sampark.benchmarks.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A connections file as a billing master writes it, by area and transformer: every row good, nine of ten with a number, numbers in no
 * order.
 */
public final class ConnectionsFile {

    static final String HEADER = "account_no,name,mobile,language,discom,zone,circle,division,sub_division,substation,"
            + "feeder_code,dt_code,category,sanctioned_load_kw,billing_mode,meter_no,supply_from,supply_to";

    private static final String[] GIVEN = {
        "Asha",
        "Ram",
        "आशा",
        "Mohammad",
        "Sunita",
        "राम",
        "Geeta",
        "Rajesh",
        "सुनीता",
        "Vinod",
        "Kamla",
        "Suresh",
        "Abdul",
        "Pushpa",
        "मुन्नी",
        "Anil",
        "Rekha",
        "Shyam",
        "Meena",
        "Om Prakash",
        "Savitri",
        "Hari",
        "Nirmala",
        "Irfan",
        "Lalita"
    };
    private static final String[] FAMILY = {
        "Devi",
        "Kumar",
        "देवी",
        "Singh",
        "Sharma",
        "शर्मा",
        "Yadav",
        "Khan",
        "Gupta",
        "Verma",
        "Chaudhary",
        "Mishra",
        "Agrawal",
        "सिंह",
        "Saini",
        "Pal",
        "Ansari",
        "Chauhan",
        "Tiwari",
        "Baghel"
    };
    private static final int FIRST_MOBILE_BLOCK = 98970;
    private static final int STEP = 48_271; // visits every number of a range once, when it does not divide its size
    private static final int NUMBERS = 1_000_000;

    private static final int OF_A_TRANSFORMER = 60;
    private static final int OF_A_FEEDER = 25 * OF_A_TRANSFORMER;
    private static final int OF_A_SUBSTATION = 8 * OF_A_FEEDER;
    private static final int OF_A_SUB_DIVISION = 3 * OF_A_SUBSTATION;
    private static final int OF_A_DIVISION = 4 * OF_A_SUB_DIVISION;
    private static final int OF_A_CIRCLE = 4 * OF_A_DIVISION;

    private ConnectionsFile() {}

    /** Writes the file. @param firstAccount ten digits; the accounts are those from it on */
    public static void write(Path file, long firstAccount, int rows) throws IOException {
        var random = new Random(firstAccount);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.newLine();
            for (int i = 0; i < rows; i++) {
                out.write(row(firstAccount + i, i, random));
                out.newLine();
            }
        }
    }

    /** The number of a row, counted from 0; one in ten has none. */
    public static String mobile(int row) {
        return Long.toString(FIRST_MOBILE_BLOCK * 100_000L + (long) row * STEP % NUMBERS);
    }

    private static String row(long account, int i, Random random) {
        String area = "C%d,D%d,SD%d,SS-%d,F-%d,DT-%d"
                .formatted(
                        i / OF_A_CIRCLE,
                        i / OF_A_DIVISION,
                        i / OF_A_SUB_DIVISION,
                        i / OF_A_SUBSTATION,
                        i / OF_A_FEEDER,
                        i / OF_A_TRANSFORMER);
        String mobile = i % 10 == 0 ? "" : Long.toString(FIRST_MOBILE_BLOCK * 100_000L + (long) i * STEP % NUMBERS);
        return "%d,%s,%s,%s,DVVNL,AGRA,%s,LMV-1-URBAN,%d,%s,MH%d,2019-05-01,"
                .formatted(
                        account,
                        GIVEN[random.nextInt(GIVEN.length)] + " " + FAMILY[random.nextInt(FAMILY.length)],
                        mobile,
                        i % 3 == 0 ? "en" : "hi",
                        area,
                        1 + random.nextInt(5),
                        i % 4 == 0 ? "postpaid" : "prepaid",
                        account);
    }
}
