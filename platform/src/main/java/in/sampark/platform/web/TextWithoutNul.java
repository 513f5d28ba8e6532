package in.sampark.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text in JSON as elsewhere, but for NUL, which PostgreSQL has no place for. */
final class TextWithoutNul extends StringDeserializer {

    static final String EXPECTED = "text without NUL";

    /** It, for all text. */
    static SimpleModule module() {
        return new SimpleModule("text without NUL").addDeserializer(String.class, new TextWithoutNul());
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        String text = super.deserialize(json, context);
        return text != null && text.indexOf('\0') >= 0
                ? (String) context.handleWeirdStringValue(String.class, "***", EXPECTED)
                : text;
    }
}
