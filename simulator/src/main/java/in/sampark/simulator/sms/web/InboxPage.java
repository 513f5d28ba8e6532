package in.sampark.simulator.sms.web;

import in.sampark.simulator.clock.StoryClock;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.trouble.TroubleSign;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The inboxes for people: a card for each phone, the one with the newest message first. */
@Controller
class InboxPage {

    private static final int MOST_PHONES = 60;
    private static final int MESSAGES_OF_ONE_PHONE = 500;
    private static final int MESSAGES_OF_EACH = 3;

    private final Messages messages;
    private final StoryClock clock;
    private final TroubleSign trouble;

    InboxPage(Messages messages, StoryClock clock, TroubleSign trouble) {
        this.messages = messages;
        this.clock = clock;
        this.trouble = trouble;
    }

    @GetMapping("/")
    ResponseEntity<Void> home() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/inbox"))
                .build();
    }

    /** @param phone digits that a number has to contain */
    @GetMapping("/inbox")
    String page(@RequestParam(defaultValue = "") String phone, Model model) {
        show(phone, model);
        model.addAttribute("filter", phone.strip());
        model.addAttribute("trouble", trouble.inWords());
        model.addAttribute("now", Shown.timeOf(clock.instant()));
        return "inbox";
    }

    /** The part of the page that changes; 304 until it does. */
    @GetMapping("/inbox/cards")
    Mono<String> cards(@RequestParam(defaultValue = "") String phone, Model model, ServerWebExchange exchange) {
        if (exchange.checkNotModified('"' + messages.version() + '"')) {
            return exchange.getResponse().setComplete().then(Mono.empty());
        }
        show(phone, model);
        return Mono.just("inbox :: cards");
    }

    private void show(String phone, Model model) {
        model.addAttribute("version", messages.version());
        model.addAttribute("count", messages.count());
        List<Messages.Phone> all = messages.phones();
        String digits = PhoneNumbers.digits(phone);
        List<Messages.Phone> matching =
                all.stream().filter(each -> each.number().contains(digits)).toList();
        int most = matching.size() == 1 ? MESSAGES_OF_ONE_PHONE : MESSAGES_OF_EACH;
        model.addAttribute("phones", all.size());
        model.addAttribute("matching", matching.size());
        model.addAttribute(
                "cards",
                matching.stream()
                        .limit(MOST_PHONES)
                        .map(each -> Shown.Card.of(
                                each, messages.ofPhone(each.number()).limit(most)))
                        .toList());
    }
}
