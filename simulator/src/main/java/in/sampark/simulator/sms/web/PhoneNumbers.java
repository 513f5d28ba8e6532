package in.sampark.simulator.sms.web;

/** Phone numbers as people and URLs write them. */
final class PhoneNumbers {

    /** The digits alone: a plus that came unescaped in a query is a space by now. */
    static String digits(String written) {
        return written.replaceAll("\\D", "");
    }

    static String e164(String written) {
        String digits = digits(written);
        return digits.length() == 10 ? "+91" + digits : "+" + digits;
    }

    /** {@code +91 98970 10001}, as numbers are written in India. */
    static String grouped(String e164) {
        return e164.length() == 13 ? e164.substring(0, 3) + " " + e164.substring(3, 8) + " " + e164.substring(8) : e164;
    }

    private PhoneNumbers() {}
}
