package in.sampark.notification.operator.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.notification.OperatorTask;
import in.sampark.contract.notification.OperatorTaskKind;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.operator.domain.Raised;
import in.sampark.notification.operator.domain.Task;
import in.sampark.platform.outbox.Announcement;
import org.jspecify.annotations.Nullable;

/** Tasks as others read them. */
public final class OperatorTasks {

    private OperatorTasks() {}

    /** Announces a task. */
    public static Announcement<OperatorTask> announcement(Task task) {
        Raised raised = task.raised();
        return Announcement.of(
                Topics.OPERATOR_TASKS,
                OperatorTask.newBuilder()
                        .setEventId(NamedUuid.ofTask(
                                task.discom(),
                                raised.provider(),
                                raised.task().name(),
                                raised.header() + raised.templateId(),
                                task.at()))
                        .setOccurredAt(task.at())
                        .setDiscom(task.discom())
                        .setProvider(raised.provider())
                        .setTask(of(raised.task()))
                        .setHeader(orNull(raised.header()))
                        .setTemplateId(orNull(raised.templateId()))
                        .setReason(raised.reason())
                        .setSince(task.since())
                        .setMessages(task.messages())
                        .build());
    }

    private static OperatorTaskKind of(in.sampark.notification.provider.domain.OperatorTask task) {
        return switch (task) {
            case TEMPLATE_REFUSED -> OperatorTaskKind.TEMPLATE_REFUSED;
            case HEADER_BLOCKED -> OperatorTaskKind.HEADER_BLOCKED;
            case CREDIT_LOW -> OperatorTaskKind.CREDIT_LOW;
            case AUTHENTICATION_REFUSED -> OperatorTaskKind.AUTHENTICATION_REFUSED;
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
