package in.sampark.launcher.story;

import java.util.Locale;
import java.util.Map;

/** The story's result as a table for the terminal. */
final class Screen {

    private static final String LINE = "  %-44s %s%n";

    private Screen() {}

    static String of(Figures figures, Verdict verdict) {
        Totals totals = figures.totals();
        StringBuilder screen = new StringBuilder(System.lineSeparator());
        line(screen, "meters", totals.meters());
        line(screen, "readings", totals.readings());
        line(screen, "energy", "%,.3f kWh".formatted(totals.wh() / 1000.0));
        line(screen, "recharges", totals.recharges());
        line(screen, "energy charge", rupees(totals.energyPaise()));
        line(screen, "fixed charge", rupees(totals.fixedPaise()));
        line(screen, "electricity duty", rupees(totals.dutyPaise()));
        line(screen, "sum of balances", rupees(totals.balancePaise()));
        line(screen, "crossings of the ladder", totals.notices());
        heading(screen, "messages");
        figures.messages().forEach((label, count) -> line(screen, "  " + label, count));
        heading(screen, "not told, for lack of a proven number");
        figures.untold().forEach((label, count) -> line(screen, "  " + label, count));
        heading(screen, "records, by the instance that handled them");
        figures.instances()
                .byInstance()
                .keySet()
                .forEach(name -> line(screen, "  " + name, figures.instances().of(name)));
        screen.append(System.lineSeparator());
        line(screen, "consumers still to be visited", totals.onWorkList());
        line(screen, "reading to hand-over", figures.latencyMs());
        line(screen, "result", verdict.right() ? "right" : "WRONG");
        verdict.faults().forEach(fault -> line(screen, "", fault));
        return screen.toString();
    }

    private static void heading(StringBuilder screen, String text) {
        screen.append(System.lineSeparator()).append("  ").append(text).append(System.lineSeparator());
    }

    private static void line(StringBuilder screen, String label, Object value) {
        screen.append(LINE.formatted(label, value instanceof Long count ? "%,d".formatted(count) : shown(value)));
    }

    private static String shown(Object value) {
        return value instanceof Map<?, ?> map
                ? map.toString().replaceAll("[{}]", "").replace("=", " %: ")
                : value.toString();
    }

    private static String rupees(long paise) {
        return String.format(Locale.ROOT, "Rs %,.2f", paise / 100.0);
    }
}
