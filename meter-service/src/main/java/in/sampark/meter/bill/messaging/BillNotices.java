package in.sampark.meter.bill.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.BillNotice;
import in.sampark.contract.meter.BillStage;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.bill.domain.Followed;
import in.sampark.meter.bill.domain.KnownBill;
import in.sampark.meter.bill.domain.News;
import in.sampark.platform.outbox.Announcement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what there is to tell of bills. */
public final class BillNotices {

    private BillNotices() {}

    /** @param causedBy the event that led to it; null when time did */
    public static List<Announcement<BillNotice>> of(Followed followed, @Nullable String causedBy, Instant now) {
        return followed.news().stream()
                .map(news -> Announcement.of(Topics.BILL_NOTICES, notice(news, causedBy, now)))
                .toList();
    }

    private static BillNotice notice(News news, @Nullable String causedBy, Instant now) {
        KnownBill bill = news.bill();
        KnownBill.Content content = bill.content();
        return BillNotice.newBuilder()
                .setEventId(eventId(news))
                .setOccurredAt(now)
                .setDiscom(bill.id().discom())
                .setCausationId(causedBy)
                .setConnectionId(bill.connectionId())
                .setBillNumber(bill.id().number())
                .setRevision(bill.version().revision())
                .setVersion(news.number())
                .setStage(stage(news.stage()))
                .setRungDays(news.rung())
                .setAmountPaise(content.amountPaise())
                .setOutstandingPaise(news.outstandingPaise())
                .setDueDate(content.dueDate())
                .setDaysOverdue(Math.toIntExact(ChronoUnit.DAYS.between(content.dueDate(), Midnight.dayOf(now))))
                .setPeriodFrom(content.periodFrom())
                .setPeriodTo(content.periodTo())
                .setEnergyWh(content.energyWh())
                .build();
    }

    private static BillStage stage(News.Stage stage) {
        return switch (stage) {
            case ISSUED -> BillStage.ISSUED;
            case DUE_SOON -> BillStage.DUE_SOON;
            case OVERDUE -> BillStage.OVERDUE;
            case PAID -> BillStage.PAID;
            case REOPENED -> BillStage.REOPENED;
            case CANCELLED -> BillStage.CANCELLED;
        };
    }

    private static String eventId(News news) {
        KnownBill.Id id = news.bill().id();
        String name = "bill " + id.discom() + " " + id.number() + " " + news.number();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
