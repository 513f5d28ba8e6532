package in.sampark.benchmarks.reading;

import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Prepaid connections, each with 2 kW, and what their meters and payments say.
 *
 * @param connections how many
 * @param supplyFrom their first day
 */
record Fleet(int connections, LocalDate supplyFrom) {

    private static final String DISCOM = "DVVNL";
    private static final long FIRST_ACCOUNT = 9_000_000_000L;
    private static final int PER_FEEDER = 2_000;
    private static final int PER_DT = 100;
    private static final long WH_A_HALF_HOUR = 150;

    /** @param number of the connection, from 0 */
    String id(int number) {
        return DISCOM + ":" + (FIRST_ACCOUNT + number);
    }

    Connection connection(int number, Instant now) {
        return Connection.newBuilder()
                .setEventId("connection " + number)
                .setOccurredAt(now)
                .setDiscom(DISCOM)
                .setConnectionId(id(number))
                .setVersion(1)
                .setAccountNo(Long.toString(FIRST_ACCOUNT + number))
                .setAreaPath("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1")
                .setSubstation("SS-" + number / PER_FEEDER / 10)
                .setFeederCode("F-" + number / PER_FEEDER)
                .setDtCode("DT-" + number / PER_DT)
                .setCategory("LMV-1-URBAN")
                .setSanctionedLoadW(2_000)
                .setBillingMode(BillingMode.PREPAID)
                .setSupplyFrom(supplyFrom)
                .build();
    }

    Recharge recharge(int number, long paise, Instant at) {
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

    /** What the meter shows after so many half hours of steady use. */
    MeterReading reading(int number, long halfHours, Instant at) {
        return MeterReading.newBuilder()
                .setEventId(FIRST_ACCOUNT + number + "@" + at.getEpochSecond())
                .setOccurredAt(at)
                .setDiscom(DISCOM)
                .setConnectionId(id(number))
                .setRegisterAt(at)
                .setRegisterWh(halfHours * WH_A_HALF_HOUR)
                .build();
    }
}
