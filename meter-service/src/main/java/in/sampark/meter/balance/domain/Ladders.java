package in.sampark.meter.balance.domain;

import java.util.Map;

/**
 * Which ladder a company's connections are watched by.
 *
 * @param usual for companies without one of their own
 * @param own by DISCOM code
 */
public record Ladders(Ladder usual, Map<String, Ladder> own) {

    public Ladders {
        own = Map.copyOf(own);
    }

    /** The ladder as it stands for an account, with the rungs its consumer asked for. */
    Ladder.Standing of(Account account) {
        return own.getOrDefault(account.discom(), usual)
                .of(account.lastRecharge(), account.recent(), account.ownRungs());
    }
}
