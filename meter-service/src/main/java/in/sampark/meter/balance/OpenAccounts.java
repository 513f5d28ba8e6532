package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Opens an account with each new connection and keeps its terms with what the connection becomes. Joins the caller's transaction. */
public final class OpenAccounts {

    private final Accounts accounts;

    OpenAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Opens those that are not there; of the others only the terms change, from the next day to be posted on. */
    public Mono<Void> open(Collection<Account> opened) {
        if (opened.isEmpty()) return Mono.empty();
        Set<String> ids = opened.stream().map(Account::connectionId).collect(Collectors.toSet());
        return accounts.lock(ids).flatMap(known -> open(opened, known));
    }

    private Mono<Void> open(Collection<Account> opened, Map<String, Account> known) {
        List<Account> missing = new ArrayList<>();
        List<Account> changed = new ArrayList<>();
        for (Account account : opened) {
            Account before = known.get(account.connectionId());
            if (before == null) missing.add(account);
            else if (!before.terms().equals(account.terms())) changed.add(before.withTerms(account.terms()));
        }
        return accounts.open(missing).then(Mono.defer(() -> accounts.save(changed)));
    }

    /** Ends the charging of connections that are gone. Their ledger stays. */
    public Mono<Void> withoutConnection(Collection<String> connectionIds) {
        if (connectionIds.isEmpty()) return Mono.empty();
        return accounts.lock(connectionIds)
                .flatMap(known -> accounts.save(known.values().stream()
                        .map(account -> account.withTerms(account.terms().withoutConnection()))
                        .toList()));
    }
}
