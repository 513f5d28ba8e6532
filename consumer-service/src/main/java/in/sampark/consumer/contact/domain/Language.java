package in.sampark.consumer.contact.domain;

import java.util.Arrays;
import java.util.Optional;

/** A language consumers are told in. */
public enum Language {
    HINDI("hi"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** The language of an ISO 639-1 code, or nothing when nobody is told in it. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findAny();
    }
}
