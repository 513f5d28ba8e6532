package in.sampark.notification.template.domain;

/** Money as Indians write it: lakh and crore grouping, two decimals, no sign of currency. */
final class Rupees {

    private Rupees() {}

    /** {@code 12345650} paise is {@code 1,23,456.50}. */
    static String of(long paise) {
        String digits = String.valueOf(Math.abs(Math.floorDiv(Math.abs(paise), 100)));
        String fraction = String.format("%02d", Math.abs(paise % 100));
        return (paise < 0 ? "-" : "") + grouped(digits) + "." + fraction;
    }

    private static String grouped(String digits) {
        int head = digits.length() - 3;
        if (head <= 0) {
            return digits;
        }
        var grouped = new StringBuilder(digits.substring(head));
        for (int end = head; end > 0; end -= 2) {
            grouped.insert(0, digits.substring(Math.max(0, end - 2), end) + ",");
        }
        return grouped.toString();
    }
}
