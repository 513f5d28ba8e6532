package in.sampark.benchmarks;

import java.util.List;

/** What a benchmark found. */
public record Measurement(List<Figure> figures, List<Ratio> ratios) {

    /** @param unit e.g. {@code s}, {@code rows/s}, {@code MB} */
    public record Figure(String name, double value, String unit) {}

    /**
     * Something measured in the same run as what it is compared with, so that the machine matters little.
     *
     * @param goal reached at this value or above
     */
    public record Ratio(String name, double value, double goal) {

        public boolean reached() {
            return value >= goal;
        }
    }

    public Measurement {
        figures = List.copyOf(figures);
        ratios = List.copyOf(ratios);
    }
}
