package in.sampark.meter.supply;

import in.sampark.meter.balance.BalanceSheets;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BalanceSheet;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.recharge.ArrearsOfRecharges;
import in.sampark.meter.supply.SupplyPages.After;
import in.sampark.meter.supply.SupplyPages.Due;
import in.sampark.meter.supply.SupplyPages.Place;
import in.sampark.meter.supply.domain.DecideSupply;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Reconnection.Way;
import in.sampark.meter.supply.domain.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import reactor.core.publisher.Mono;

/** What staff are shown of supply: how it is, what is due and why, and what a consumer may pay. It decides as ever and changes nothing. */
public final class ShowSupply {

    private final BalanceSheets sheets;
    private final Supplies supplies;
    private final SupplyPages pages;
    private final DecideSupply decide;
    private final Bookkeeping books;
    private final ArrearsOfRecharges arrears;
    private final Set<Integer> lasting;
    private final Clock clock;

    /** @param lasting how many days payments should last that are offered besides what is needed */
    ShowSupply(
            BalanceSheets sheets,
            Supplies supplies,
            SupplyPages pages,
            DecideSupply decide,
            Bookkeeping books,
            ArrearsOfRecharges arrears,
            Set<Integer> lasting,
            Clock clock) {
        this.sheets = sheets;
        this.supplies = supplies;
        this.pages = pages;
        this.decide = decide;
        this.books = books;
        this.arrears = arrears;
        this.lasting = lasting;
        this.clock = clock;
    }

    /** How a connection stands; empty when it is not known. */
    public Mono<Shown> of(String connectionId) {
        return sheets.of(connectionId)
                .flatMap(sheet -> supplies.of(List.of(connectionId))
                        .map(watched -> watched.getOrDefault(connectionId, Watched.not(connectionId)))
                        .map(watched -> shown(sheet, watched, clock.instant())));
    }

    /** Connections at or below an area at which something is due, by area and id, of those after a place. */
    public Mono<List<Place>> due(Due due, String areaPath, After after, int atMost) {
        return pages.due(due, areaPath, clock.instant(), after, atMost);
    }

    private Shown shown(BalanceSheet sheet, Watched watched, Instant now) {
        Account account = sheet.account();
        long available = books.availablePaise(account, now);
        Standing standing = Standings.of(account, available, now);
        LongUnaryOperator toPay = paise -> arrears.recharge(account.discom(), paise, sheet.arrearsPaise());
        List<Way> ways = decide.ways(watched.supply(), standing);
        return new Shown(
                sheet.areaPath(),
                watched.supply(),
                standing,
                decide.decide(watched.supply(), standing, now).rest(),
                ways.isEmpty() ? 0 : toPay.applyAsLong(ways.getFirst().paise()),
                standing.prepaid() ? Offer.of(ways, available, account.recent(), lasting, toPay) : List.of());
    }
}
