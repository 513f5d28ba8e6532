package in.sampark.meter.entry.web;

import in.sampark.contract.utility.AccountEntryKind;
import in.sampark.meter.balance.BalanceSheets;
import in.sampark.meter.entry.TakeEntry;
import in.sampark.meter.entry.TakeEntry.SentEntry;
import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Entries by a supervisor, on accounts of the supervisor's area. */
@RestController
public class EntryController {

    /** @param entryId under which it stands in the ledger once it is booked */
    record Taken(String entryId) {}

    private static final Shape<String> ENTRY_ID =
            Shape.text(Pattern.compile("[\\p{Graph}]{1,100}"), "1 to 100 characters without spaces");
    private static final Shape<AccountEntryKind> KIND = Shape.oneOf(
            List.of(AccountEntryKind.OPENING_BALANCE, AccountEntryKind.ADJUSTMENT, AccountEntryKind.ARREARS));
    private static final Shape<Long> AMOUNT = new Shape<>(
            "a whole number of paise, not 0",
            node -> Optional.of(node)
                    .filter(number -> number.isIntegralNumber() && number.canConvertToLong())
                    .map(JsonNode::longValue)
                    .filter(amount -> amount != 0));
    private static final Shape<String> REASON =
            Shape.text(Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,200}"), "1 to 200 characters that say why");

    private final TakeEntry takeEntry;
    private final BalanceSheets sheets;

    public EntryController(TakeEntry takeEntry, BalanceSheets sheets) {
        this.takeEntry = takeEntry;
        this.sheets = sheets;
    }

    /** Takes an entry: 202 once the broker has it. Whether it is booked is decided behind the topic; the ledger shows it then. */
    @PostMapping("/api/v1/connections/{connectionId}/account-entries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasRole('supervisor')")
    Mono<Taken> take(
            @PathVariable String connectionId,
            @RequestBody Mono<JsonNode> body,
            @AuthenticationPrincipal Caller caller) {
        return JsonFields.tree(body, "a JSON object with kind, amountPaise, day and reason")
                .map(EntryController::entry)
                .flatMap(entry -> sheets.of(connectionId)
                        .filter(sheet -> caller.covers(sheet.areaPath()))
                        .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)))
                        .flatMap(sheet -> takeEntry.take(caller.discom(), connectionId, entry)))
                .map(Taken::new);
    }

    private static SentEntry entry(JsonNode body) {
        JsonFields fields = new JsonFields(body);
        Optional<String> entryId = fields.optional("entryId", ENTRY_ID);
        Optional<AccountEntryKind> kind = fields.required("kind", KIND);
        Optional<Long> amount = fields.required("amountPaise", AMOUNT);
        Optional<LocalDate> day = fields.required("day", Shape.DAY);
        Optional<String> reason = fields.required("reason", REASON);
        if (!fields.faults().isEmpty()) throw Fault.problem(fields.faults());
        return new SentEntry(
                entryId.orElse(null),
                kind.orElseThrow(),
                amount.orElseThrow(),
                day.orElseThrow(),
                reason.orElseThrow());
    }
}
