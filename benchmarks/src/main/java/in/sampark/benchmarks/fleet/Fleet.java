package in.sampark.benchmarks.fleet;

import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.platform.crypto.Sealer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prepaid connections, each with 2 kW, and what their meters and payments say.
 *
 * @param connections how many
 * @param supplyFrom their first day
 */
public record Fleet(int connections, LocalDate supplyFrom) {

    public static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private static final String DISCOM = "DVVNL";
    private static final long FIRST_ACCOUNT = 9_000_000_000L;
    private static final int PER_FEEDER = 2_000;
    private static final int PER_DT = 100;
    private static final long FIRST_NUMBER = 9_100_000_000L;

    /** @param number of the connection, from 0 */
    public String id(int number) {
        return DISCOM + ":" + (FIRST_ACCOUNT + number);
    }

    /** The midnight a day begins with. @param day from 0, the first of supply */
    public Instant midnight(int day) {
        return supplyFrom.plusDays(day).atStartOfDay(INDIA).toInstant();
    }

    /** The feeders of the first so many connections. */
    public List<String> feeders(int connections) {
        return IntStream.rangeClosed(0, (connections - 1) / PER_FEEDER)
                .mapToObj(Fleet::feeder)
                .toList();
    }

    /** How many connections the first so many feeders supply. */
    public int behind(List<String> feeders) {
        return Math.min(connections, feeders.size() * PER_FEEDER);
    }

    private static String feeder(int number) {
        return "F-" + number;
    }

    public Contact contact(int number, Instant now, Sealer sealer) {
        return Contact.newBuilder()
                .setEventId("contact " + number)
                .setOccurredAt(now)
                .setDiscom(DISCOM)
                .setConnectionId(id(number))
                .setVersion(1)
                .setStanding(ContactStanding.VERIFIED)
                .setSealedNumber(ByteBuffer.wrap(sealer.seal("+91" + (FIRST_NUMBER + number), id(number))))
                .setLanguage("hi")
                .setVerifiedAt(now)
                .build();
    }

    public Connection connection(int number, Instant now) {
        return Connection.newBuilder()
                .setEventId("connection " + number)
                .setOccurredAt(now)
                .setDiscom(DISCOM)
                .setConnectionId(id(number))
                .setVersion(1)
                .setAccountNo(Long.toString(FIRST_ACCOUNT + number))
                .setAreaPath("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1")
                .setSubstation("SS-" + number / PER_FEEDER / 10)
                .setFeederCode(feeder(number / PER_FEEDER))
                .setDtCode("DT-" + number / PER_DT)
                .setCategory("LMV-1-URBAN")
                .setSanctionedLoadW(2_000)
                .setBillingMode(BillingMode.PREPAID)
                .setSupplyFrom(supplyFrom)
                .build();
    }

    public Recharge recharge(int number, long paise, Instant at) {
        return Recharge.newBuilder()
                .setEventId("recharge " + number)
                .setOccurredAt(at)
                .setDiscom(DISCOM)
                .setConnectionId(id(number))
                .setGatewayTransactionId("T" + number)
                .setStatus(RechargeStatus.RECEIVED)
                .setAmountPaise(paise)
                .setPaidAt(at)
                .build();
    }

    public MeterReading reading(int number, long wh, Instant at) {
        return MeterReading.newBuilder()
                .setEventId(FIRST_ACCOUNT + number + "@" + at.getEpochSecond())
                .setOccurredAt(at)
                .setDiscom(DISCOM)
                .setConnectionId(id(number))
                .setRegisterAt(at)
                .setRegisterWh(wh)
                .build();
    }
}
