package in.sampark.platform.web;

import in.sampark.platform.time.Written;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;

/** Values in addresses. Spring's own reading of a day goes by the language that is accepted, and takes 2/8/26 for the 8th of February. */
final class InAddress {

    private InAddress() {}

    static final class Day implements Converter<String, @Nullable LocalDate> {
        @Override
        public @Nullable LocalDate convert(String text) {
            return text.isEmpty() ? null : Written.day(text);
        }
    }

    static final class Time implements Converter<String, @Nullable Instant> {
        @Override
        public @Nullable Instant convert(String text) {
            return text.isEmpty() ? null : Written.time(text);
        }
    }
}
