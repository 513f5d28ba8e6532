package in.sampark.contract;

import static in.sampark.contract.Party.BILLING_MASTER;
import static in.sampark.contract.Party.CAMPAIGN_SERVICE;
import static in.sampark.contract.Party.CONSUMER_SERVICE;
import static in.sampark.contract.Party.HEAD_END;
import static in.sampark.contract.Party.METER_SERVICE;
import static in.sampark.contract.Party.NETWORK_MASTER;
import static in.sampark.contract.Party.NOTIFICATION_SERVICE;
import static in.sampark.contract.Party.OUTAGE_SYSTEM;
import static in.sampark.contract.Party.PAYMENT_GATEWAY;
import static in.sampark.contract.Topic.KeyedBy.CONNECTION;
import static in.sampark.contract.Topic.KeyedBy.MESSAGE;
import static in.sampark.contract.Topic.KeyedBy.NODE;
import static in.sampark.contract.Topic.KeyedBy.OUTAGE;
import static in.sampark.contract.Topic.KeyedBy.PROVIDER;
import static in.sampark.contract.Topic.KeyedBy.RECIPIENT;

import in.sampark.contract.Topic.Keeping;
import in.sampark.contract.campaign.Visit;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.NumberChangeRequested;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.contract.meter.Balance;
import in.sampark.contract.meter.BillNotice;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.meter.SupplyDue;
import in.sampark.contract.meter.SupplySwitched;
import in.sampark.contract.notification.Dispatch;
import in.sampark.contract.notification.InboundMessage;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.OperatorTask;
import in.sampark.contract.notification.Unreachable;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.Bill;
import in.sampark.contract.utility.BillPayment;
import in.sampark.contract.utility.DeclaredConnection;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.NetworkNode;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.SupplyReport;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Every topic of Sampark: the record it carries, its key, how long it is kept, who writes and who reads it. Topics, contracts in the
 * registry, access rights and the published interface follow from here.
 */
public final class Topics {

    /** The topics' names, for annotations. */
    public static final class Name {
        public static final String NETWORK = "utility.network.v1";
        public static final String DECLARED_CONNECTIONS = "utility.connections.v1";
        public static final String METER_READINGS = "utility.meter-readings.v1";
        public static final String RECHARGES = "utility.recharges.v1";
        public static final String ACCOUNT_ENTRIES = "utility.account-entries.v1";
        public static final String SUPPLY = "utility.supply.v1";
        public static final String BILLS = "utility.bills.v1";
        public static final String BILL_PAYMENTS = "utility.bill-payments.v1";
        public static final String OUTAGES = "utility.outages.v1";
        public static final String CONNECTIONS = "consumer.connections.v1";
        public static final String CONTACTS = "consumer.contacts.v1";
        public static final String OTP_REQUESTED = "consumer.otp-requested.v1";
        public static final String NUMBER_CHANGES = "consumer.number-changes.v1";
        public static final String BALANCES = "meter.balances.v1";
        public static final String LOW_BALANCE = "meter.low-balance.v1";
        public static final String RECHARGE_CREDITED = "meter.recharge-credited.v1";
        public static final String SUPPLY_DUE = "meter.supply-due.v1";
        public static final String SUPPLY_SWITCHED = "meter.supply-switched.v1";
        public static final String RECORDED_OUTAGES = "meter.outages.v1";
        public static final String VISITS = "campaign.visits.v1";
        public static final String BILL_NOTICES = "meter.bills.v1";
        public static final String DISPATCH_URGENT = "notification.dispatch-urgent.v1";
        public static final String DISPATCH_ALERT = "notification.dispatch-alert.v1";
        public static final String DISPATCH_BULK = "notification.dispatch-bulk.v1";
        public static final String DISPATCH_ROUTINE = "notification.dispatch-routine.v1";
        public static final String MESSAGE_STATUS = "notification.status.v1";
        public static final String UNREACHABLE = "notification.unreachable.v1";
        public static final String INBOUND = "notification.inbound.v1";
        public static final String OPERATOR_TASKS = "notification.operator-tasks.v1";

        private Name() {}
    }

    private static final Keeping STATE = new Keeping.LastOfKey();
    private static final Keeping WEEKS = new Keeping.For(Duration.ofDays(35), Duration.ofDays(1));
    private static final Keeping HALF_AN_HOUR = new Keeping.For(Duration.ofMinutes(20), Duration.ofMinutes(10));
    private static final Keeping EIGHT_DAYS = new Keeping.For(Duration.ofDays(8), Duration.ofHours(6));
    private static final Keeping A_DAY = new Keeping.For(Duration.ofDays(1), Duration.ofHours(1));

    public static final Topic<NetworkNode> NETWORK = new Topic<>(
            Name.NETWORK, NetworkNode.class, NODE, Topics::nodeId, WEEKS, from(NETWORK_MASTER), to(CONSUMER_SERVICE));
    public static final Topic<DeclaredConnection> DECLARED_CONNECTIONS = new Topic<>(
            Name.DECLARED_CONNECTIONS,
            DeclaredConnection.class,
            CONNECTION,
            DeclaredConnection::getConnectionId,
            WEEKS,
            from(BILLING_MASTER),
            to(CONSUMER_SERVICE));
    public static final Topic<MeterReading> METER_READINGS = new Topic<>(
            Name.METER_READINGS,
            MeterReading.class,
            CONNECTION,
            MeterReading::getConnectionId,
            WEEKS,
            from(HEAD_END, METER_SERVICE),
            to(METER_SERVICE));
    public static final Topic<Recharge> RECHARGES = new Topic<>(
            Name.RECHARGES,
            Recharge.class,
            CONNECTION,
            Recharge::getConnectionId,
            WEEKS,
            from(PAYMENT_GATEWAY),
            to(METER_SERVICE));

    public static final Topic<SupplyReport> SUPPLY = new Topic<>(
            Name.SUPPLY,
            SupplyReport.class,
            CONNECTION,
            SupplyReport::getConnectionId,
            WEEKS,
            from(HEAD_END),
            to(METER_SERVICE));

    public static final Topic<Bill> BILLS = new Topic<>(
            Name.BILLS, Bill.class, CONNECTION, Bill::getConnectionId, WEEKS, from(BILLING_MASTER), to(METER_SERVICE));
    public static final Topic<BillPayment> BILL_PAYMENTS = new Topic<>(
            Name.BILL_PAYMENTS,
            BillPayment.class,
            CONNECTION,
            BillPayment::getConnectionId,
            WEEKS,
            from(BILLING_MASTER, PAYMENT_GATEWAY),
            to(METER_SERVICE));

    public static final Topic<AccountEntry> ACCOUNT_ENTRIES = new Topic<>(
            Name.ACCOUNT_ENTRIES,
            AccountEntry.class,
            CONNECTION,
            AccountEntry::getConnectionId,
            WEEKS,
            from(BILLING_MASTER, METER_SERVICE),
            to(METER_SERVICE));

    public static final Topic<Outage> OUTAGES = new Topic<>(
            Name.OUTAGES,
            Outage.class,
            OUTAGE,
            Outage::getOutageId,
            WEEKS,
            from(OUTAGE_SYSTEM, METER_SERVICE),
            to(METER_SERVICE));

    public static final Topic<Connection> CONNECTIONS = new Topic<>(
            Name.CONNECTIONS,
            Connection.class,
            CONNECTION,
            Connection::getConnectionId,
            STATE,
            from(CONSUMER_SERVICE),
            to(METER_SERVICE, NOTIFICATION_SERVICE, CAMPAIGN_SERVICE));
    public static final Topic<Contact> CONTACTS = new Topic<>(
            Name.CONTACTS,
            Contact.class,
            CONNECTION,
            Contact::getConnectionId,
            STATE,
            from(CONSUMER_SERVICE),
            to(METER_SERVICE, NOTIFICATION_SERVICE, CAMPAIGN_SERVICE));
    public static final Topic<OtpRequested> OTP_REQUESTED = new Topic<>(
            Name.OTP_REQUESTED,
            OtpRequested.class,
            CONNECTION,
            OtpRequested::getConnectionId,
            HALF_AN_HOUR,
            from(CONSUMER_SERVICE),
            to(NOTIFICATION_SERVICE));

    public static final Topic<NumberChangeRequested> NUMBER_CHANGES = new Topic<>(
            Name.NUMBER_CHANGES,
            NumberChangeRequested.class,
            CONNECTION,
            NumberChangeRequested::getConnectionId,
            WEEKS,
            from(CONSUMER_SERVICE),
            to(NOTIFICATION_SERVICE));

    public static final Topic<Balance> BALANCES = new Topic<>(
            Name.BALANCES,
            Balance.class,
            CONNECTION,
            Balance::getConnectionId,
            STATE,
            from(METER_SERVICE),
            to(CAMPAIGN_SERVICE, NOTIFICATION_SERVICE));
    public static final Topic<LowBalance> LOW_BALANCE = new Topic<>(
            Name.LOW_BALANCE,
            LowBalance.class,
            CONNECTION,
            LowBalance::getConnectionId,
            WEEKS,
            from(METER_SERVICE),
            to(NOTIFICATION_SERVICE));
    public static final Topic<RechargeCredited> RECHARGE_CREDITED = new Topic<>(
            Name.RECHARGE_CREDITED,
            RechargeCredited.class,
            CONNECTION,
            RechargeCredited::getConnectionId,
            WEEKS,
            from(METER_SERVICE),
            to(CONSUMER_SERVICE, NOTIFICATION_SERVICE));

    public static final Topic<SupplyDue> SUPPLY_DUE = new Topic<>(
            Name.SUPPLY_DUE,
            SupplyDue.class,
            CONNECTION,
            SupplyDue::getConnectionId,
            WEEKS,
            from(METER_SERVICE),
            to(HEAD_END, NOTIFICATION_SERVICE));

    public static final Topic<SupplySwitched> SUPPLY_SWITCHED = new Topic<>(
            Name.SUPPLY_SWITCHED,
            SupplySwitched.class,
            CONNECTION,
            SupplySwitched::getConnectionId,
            WEEKS,
            from(METER_SERVICE),
            to(NOTIFICATION_SERVICE));

    public static final Topic<RecordedOutage> RECORDED_OUTAGES = new Topic<>(
            Name.RECORDED_OUTAGES,
            RecordedOutage.class,
            OUTAGE,
            RecordedOutage::getOutageId,
            WEEKS,
            from(METER_SERVICE),
            to(NOTIFICATION_SERVICE));

    public static final Topic<Visit> VISITS = new Topic<>(
            Name.VISITS,
            Visit.class,
            CONNECTION,
            Visit::getConnectionId,
            WEEKS,
            from(CAMPAIGN_SERVICE),
            to(METER_SERVICE));

    public static final Topic<BillNotice> BILL_NOTICES = new Topic<>(
            Name.BILL_NOTICES,
            BillNotice.class,
            CONNECTION,
            BillNotice::getConnectionId,
            WEEKS,
            from(METER_SERVICE),
            to(NOTIFICATION_SERVICE));

    public static final Topic<Dispatch> DISPATCH_URGENT = new Topic<>(
            Name.DISPATCH_URGENT,
            Dispatch.class,
            RECIPIENT,
            Dispatch::getRecipient,
            HALF_AN_HOUR,
            from(NOTIFICATION_SERVICE),
            to(NOTIFICATION_SERVICE));
    public static final Topic<Dispatch> DISPATCH_ALERT = new Topic<>(
            Name.DISPATCH_ALERT,
            Dispatch.class,
            RECIPIENT,
            Dispatch::getRecipient,
            A_DAY,
            from(NOTIFICATION_SERVICE),
            to(NOTIFICATION_SERVICE));
    public static final Topic<Dispatch> DISPATCH_BULK = new Topic<>(
            Name.DISPATCH_BULK,
            Dispatch.class,
            RECIPIENT,
            Dispatch::getRecipient,
            A_DAY,
            from(NOTIFICATION_SERVICE),
            to(NOTIFICATION_SERVICE));
    public static final Topic<Dispatch> DISPATCH_ROUTINE = new Topic<>(
            Name.DISPATCH_ROUTINE,
            Dispatch.class,
            RECIPIENT,
            Dispatch::getRecipient,
            EIGHT_DAYS,
            from(NOTIFICATION_SERVICE),
            to(NOTIFICATION_SERVICE));
    public static final Topic<MessageStatus> MESSAGE_STATUS = new Topic<>(
            Name.MESSAGE_STATUS,
            MessageStatus.class,
            MESSAGE,
            MessageStatus::getMessageId,
            WEEKS,
            from(NOTIFICATION_SERVICE),
            to(CONSUMER_SERVICE, METER_SERVICE));
    public static final Topic<Unreachable> UNREACHABLE = new Topic<>(
            Name.UNREACHABLE,
            Unreachable.class,
            CONNECTION,
            Unreachable::getConnectionId,
            WEEKS,
            from(NOTIFICATION_SERVICE),
            to(CAMPAIGN_SERVICE));
    public static final Topic<InboundMessage> INBOUND = new Topic<>(
            Name.INBOUND,
            InboundMessage.class,
            CONNECTION,
            InboundMessage::getConnectionId,
            WEEKS,
            from(NOTIFICATION_SERVICE),
            to(CONSUMER_SERVICE));
    public static final Topic<OperatorTask> OPERATOR_TASKS = new Topic<>(
            Name.OPERATOR_TASKS,
            OperatorTask.class,
            PROVIDER,
            OperatorTask::getProvider,
            WEEKS,
            from(NOTIFICATION_SERVICE),
            to());

    /** All topics, in the order events flow through them. */
    public static final List<Topic<?>> ALL = List.of(
            NETWORK,
            DECLARED_CONNECTIONS,
            METER_READINGS,
            RECHARGES,
            ACCOUNT_ENTRIES,
            SUPPLY,
            BILLS,
            BILL_PAYMENTS,
            OUTAGES,
            CONNECTIONS,
            CONTACTS,
            OTP_REQUESTED,
            NUMBER_CHANGES,
            BALANCES,
            LOW_BALANCE,
            RECHARGE_CREDITED,
            SUPPLY_DUE,
            SUPPLY_SWITCHED,
            RECORDED_OUTAGES,
            VISITS,
            BILL_NOTICES,
            DISPATCH_URGENT,
            DISPATCH_ALERT,
            DISPATCH_BULK,
            DISPATCH_ROUTINE,
            MESSAGE_STATUS,
            UNREACHABLE,
            INBOUND,
            OPERATOR_TASKS);

    /** What somebody waits for, or has to hear in time: it is published before whatever concerns many. */
    public static final Set<Topic<?>> FIRST = Set.of(
            OTP_REQUESTED,
            NUMBER_CHANGES,
            LOW_BALANCE,
            RECHARGE_CREDITED,
            SUPPLY_DUE,
            SUPPLY_SWITCHED,
            DISPATCH_URGENT,
            DISPATCH_ALERT);

    private Topics() {}

    private static String nodeId(NetworkNode node) {
        return node.getDiscom() + ":" + node.getKind() + ":" + node.getCode();
    }

    private static Set<Party> from(Party... writers) {
        return Set.of(writers);
    }

    private static Set<Party> to(Party... readers) {
        return Set.of(readers);
    }
}
