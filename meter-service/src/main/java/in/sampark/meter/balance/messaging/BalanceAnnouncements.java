package in.sampark.meter.balance.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.Balance;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.meter.RungUnit;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.EventIds;
import in.sampark.meter.balance.domain.Fact;
import in.sampark.meter.balance.domain.Fact.LowBalanceReached;
import in.sampark.meter.balance.domain.Fact.RechargeWasCredited;
import in.sampark.meter.balance.domain.Fact.TermsChanged;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.balance.domain.Rung;
import in.sampark.platform.outbox.Announcement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says what a change of an account makes worth telling. Event ids follow from what they tell, so telling it again is recognised. */
public final class BalanceAnnouncements {

    private BalanceAnnouncements() {}

    /** Facts in order, then the balance they lead to; nothing for a mere reading. */
    public static List<Announcement<?>> of(Change change, Instant now) {
        List<Announcement<?>> announcements = new ArrayList<>();
        for (Fact fact : change.facts()) {
            of(change.account(), fact).ifPresent(announcements::add);
        }
        if (change.tellsBalance()) announcements.add(Announcement.of(Topics.BALANCES, balance(change, now)));
        return announcements;
    }

    private static Optional<Announcement<?>> of(Account account, Fact fact) {
        return switch (fact) {
            case LowBalanceReached low -> Optional.of(Announcement.of(Topics.LOW_BALANCE, lowBalance(account, low)));
            case RechargeWasCredited credited ->
                Optional.of(Announcement.of(Topics.RECHARGE_CREDITED, rechargeCredited(account, credited)));
            case TermsChanged _ -> Optional.empty();
        };
    }

    private static LowBalance lowBalance(Account account, LowBalanceReached low) {
        return LowBalance.newBuilder()
                .setEventId(low.eventId(account.connectionId()))
                .setOccurredAt(low.at())
                .setDiscom(account.discom())
                .setCausationId(low.causedBy())
                .setConnectionId(account.connectionId())
                .setRungUnit(unit(low.rung().unit()))
                .setRungValue(low.rung().value())
                .setAvailablePaise(low.availablePaise())
                .setLastRechargePaise(low.lastRechargePaise())
                .setDaysLeft(known(low.daysLeft()))
                .build();
    }

    private static RechargeCredited rechargeCredited(Account account, RechargeWasCredited credited) {
        LastRecharge recharge = credited.recharge();
        return RechargeCredited.newBuilder()
                .setEventId(EventIds.of("recharge-credited", account.discom(), recharge.id()))
                .setOccurredAt(recharge.paidAt())
                .setDiscom(account.discom())
                .setCausationId(credited.causedBy())
                .setConnectionId(account.connectionId())
                .setGatewayTransactionId(recharge.id())
                .setAmountPaise(recharge.paise())
                .setArrearsPaise(credited.arrearsPaise())
                .setDaysItBuys(known(credited.daysItBuys()))
                .setAvailablePaise(credited.availablePaise())
                .build();
    }

    private static Balance balance(Change change, Instant now) {
        Account account = change.account();
        return Balance.newBuilder()
                .setEventId(EventIds.of("balance", account.connectionId(), account.version()))
                .setOccurredAt(now)
                .setDiscom(account.discom())
                .setCausationId(lastCause(change))
                .setConnectionId(account.connectionId())
                .setVersion(account.version())
                .setPostedPaise(account.posted().paise())
                .setAvailablePaise(change.availablePaise())
                .setLastRechargePaise(
                        account.lastRecharge() == null
                                ? null
                                : account.lastRecharge().paise())
                .setPostedThrough(account.posted().through())
                .setDaysLeft(known(account.recent().daysLeft(change.availablePaise())))
                .build();
    }

    private static @Nullable String lastCause(Change change) {
        return change.facts().isEmpty() ? null : change.facts().getLast().causedBy();
    }

    private static RungUnit unit(Rung.Unit unit) {
        return switch (unit) {
            case PERCENT_OF_LAST_RECHARGE -> RungUnit.PERCENT_OF_LAST_RECHARGE;
            case PAISE -> RungUnit.PAISE;
            case DAYS_LEFT -> RungUnit.DAYS_LEFT;
        };
    }

    private static @Nullable Integer known(OptionalInt days) {
        return days.isPresent() ? days.getAsInt() : null;
    }
}
