package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Claimed;
import in.sampark.notification.dispatch.domain.LastLook;
import in.sampark.notification.dispatch.domain.Regulation;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.SealedCode;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.provider.domain.OutgoingSms;
import in.sampark.notification.recipient.Numbers;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.template.domain.Registration;
import in.sampark.notification.template.domain.Rendering;
import in.sampark.notification.template.domain.Template;
import in.sampark.notification.template.domain.Templates;
import in.sampark.platform.crypto.UnsealableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of a claimed message the text that is sent, or says why it isn't. */
class Letters {

    /** What comes of a claimed message before the provider is asked. */
    sealed interface Written {
        record Sms(OutgoingSms sms) implements Written {}

        record Not(Verdict verdict) implements Written {}
    }

    private static final String CHALLENGE = "challengeId";
    private static final String CODE = "code";
    private static final String UNOPENED = "UNOPENED";

    private final Rules rules;
    private final Templates templates;
    private final Numbers numbers;
    private final Regulation regulation;

    Letters(Rules rules, Templates templates, Numbers numbers, Regulation regulation) {
        this.rules = rules;
        this.templates = templates;
        this.numbers = numbers;
        this.regulation = regulation;
    }

    /** Opens what is sealed. */
    Letter open(Message message) {
        SealedCode sealed = message.sealed();
        String challenge = message.values().get(CHALLENGE);
        if (sealed == null || challenge == null) {
            return new Letter(message, null);
        }
        try {
            Numbers.Opened to = numbers.open(sealed.number(), challenge);
            return new Letter(
                    message, new Letter.Otp(to.number(), to.masked(), numbers.openText(sealed.code(), challenge)));
        } catch (UnsealableException e) {
            return new Letter(message, null);
        }
    }

    /** Writes the text, unless something speaks against sending it now. */
    Written write(Claimed claimed, Letter letter, Instant now) {
        Optional<Rule> rule = rules.ofKind(claimed.message().kind());
        if (rule.isEmpty()) {
            return new Written.Not(new Verdict.Failed("UNKNOWN_KIND"));
        }
        return LastLook.objection(claimed, rule.get(), now)
                .<Written>map(Written.Not::new)
                .orElseGet(() -> write(claimed, letter, rule.get(), now));
    }

    private Written write(Claimed claimed, Letter letter, Rule rule, Instant now) {
        String to = number(claimed, letter, rule);
        if (to == null) {
            return new Written.Not(new Verdict.Failed(UNOPENED));
        }
        Message message = claimed.message();
        Template template = templates.find(rule.template(message.values()), message.language());
        return regulation
                .objection(template.registration().category(), claimed, now)
                .<Written>map(Written.Not::new)
                .orElseGet(() -> write(template, message, letter, to));
    }

    private static Written write(Template template, Message message, Letter letter, String to) {
        return switch (template.render(values(message, letter))) {
            case Rendering.Unfit(String reason) -> new Written.Not(new Verdict.Failed(reason));
            case Rendering.Text text -> new Written.Sms(sms(message, to, text, template.registration()));
        };
    }

    private @Nullable String number(Claimed claimed, Letter letter, Rule rule) {
        if (rule.audience() == Audience.CHALLENGED_NUMBER) {
            return letter.otp() == null ? null : letter.otp().number();
        }
        Contact contact = claimed.contact();
        if (contact == null || claimed.encryptedNumber() == null) {
            return null;
        }
        try {
            return numbers.clear(claimed.encryptedNumber(), contact.connectionId());
        } catch (UnsealableException e) {
            return null;
        }
    }

    private static Map<String, String> values(Message message, Letter letter) {
        if (letter.otp() == null) {
            return message.values();
        }
        var values = new HashMap<>(message.values());
        values.put(CODE, letter.otp().code());
        return values;
    }

    private static OutgoingSms sms(Message message, String to, Rendering.Text text, Registration dlt) {
        return new OutgoingSms(
                message.id(),
                to,
                text.text(),
                dlt.header(),
                dlt.principalEntityId(),
                dlt.templateId(),
                message.lane().awaited(),
                message.expiresAt(),
                text.variables());
    }
}
