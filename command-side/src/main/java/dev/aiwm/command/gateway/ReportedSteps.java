package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.command.RecordStepAcknowledged;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepProgress;
import dev.aiwm.contracts.execution.command.RecordStepSent;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.protocol.CommandAck;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.CommandProgress;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.ResultTaken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What agents say of the commands that they were given. An agent repeats a result until it was
 * taken, so one that could not be recorded is simply not answered; one that nobody wants any more
 * is taken too, for else it would come for ever.
 */
final class ReportedSteps {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReportedSteps.class);

    /** Percent; smaller steps of progress are not told. */
    private static final int LEAST_PROGRESS = 5;

    private static final CommandError UNEXPLAINED =
            new CommandError("UNEXPLAINED", "the agent gave no reason", false);

    private final AgentCommands commands;
    private final Answers answers;
    private final Clock clock;
    private volatile Consumer<NodeSession> whenEnded = session -> {};

    ReportedSteps(AgentCommands commands, Answers answers, Clock clock) {
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    /** Tells of nodes that have ended an attempt. The listener must be quick. */
    void onEnded(Consumer<NodeSession> listener) {
        whenEnded = listener;
    }

    /** What had to wait, or now waits for the agent's word, has been on its way since then. */
    void sent(NodeSession session, OutboxMessage message, Instant at) {
        var data = message.data();
        boolean told =
                record(
                        session,
                        message.messageId(),
                        message,
                        new RecordStepSent(
                                data.executionId(),
                                session.nodeId(),
                                data.stepIndex(),
                                data.attempt(),
                                data.compensation(),
                                at));
        if (told) {
            session.deliveries().told(message);
        }
    }

    void acknowledged(NodeSession session, String messageId, CommandAck ack) {
        String key = key(ack.executionId(), ack.stepIndex());
        boolean news = session.deliveries().acknowledged(key, ack.attempt(), ack.compensation());
        if (!news) {
            return;
        }
        var about = session.deliveries().find(key, ack.attempt(), ack.compensation());
        record(
                session,
                messageId,
                about,
                new RecordStepAcknowledged(
                        ack.executionId(),
                        session.nodeId(),
                        ack.stepIndex(),
                        ack.attempt(),
                        ack.compensation(),
                        session.deliveries().firstSentAt(key, ack.attempt(), ack.compensation())));
    }

    void progressed(NodeSession session, String messageId, CommandProgress progress) {
        String key = key(progress.executionId(), progress.stepIndex());
        boolean news =
                session.deliveries()
                        .progressed(key, progress.attempt(), progress.percent(), LEAST_PROGRESS);
        if (!news) {
            return;
        }
        record(
                session,
                messageId,
                session.deliveries().find(key, progress.attempt(), false),
                new RecordStepProgress(
                        progress.executionId(),
                        session.nodeId(),
                        progress.stepIndex(),
                        progress.attempt(),
                        progress.percent(),
                        progress.message()));
    }

    void ended(NodeSession session, String messageId, CommandResult result) {
        String key = key(result.executionId(), result.stepIndex());
        var about = session.deliveries().find(key, result.attempt(), result.compensation());
        session.deliveries().acknowledged(key, result.attempt(), result.compensation());
        boolean over =
                record(
                        session,
                        messageId,
                        about,
                        result.status() == CommandStatus.SUCCESS
                                ? success(session, result)
                                : failure(session, result));
        if (over) {
            session.deliveries().ended(key, result.attempt(), result.compensation());
            whenEnded.accept(session);
            answers.send(
                    session,
                    MessageType.RESULT_TAKEN,
                    new ResultTaken(
                            result.executionId(),
                            result.stepIndex(),
                            result.attempt(),
                            result.compensation()));
            CommandOutcomes.note(session, about, result, clock.instant());
        }
    }

    private static RecordStepSucceeded success(NodeSession session, CommandResult result) {
        return new RecordStepSucceeded(
                result.executionId(),
                session.nodeId(),
                result.stepIndex(),
                result.attempt(),
                result.compensation(),
                result.result() == null ? StepResult.EMPTY : result.result());
    }

    private RecordStepFailed failure(NodeSession session, CommandResult result) {
        CommandError error = result.error() == null ? UNEXPLAINED : result.error();
        return new RecordStepFailed(
                result.executionId(),
                session.nodeId(),
                result.stepIndex(),
                result.attempt(),
                result.compensation(),
                new Failure(error.code(), error.message(), clock.instant()),
                error.retryable());
    }

    /** A command that cannot be sent is reported as failed in the agent's stead. */
    void undeliverable(NodeSession session, OutboxMessage message, String why) {
        failed(session, message, "UNDELIVERABLE", why, false);
    }

    /** And one that a user planned for a resource which has lost what it had there. */
    void withoutClaims(NodeSession session, OutboxMessage message, String why) {
        failed(session, message, ClaimsCheck.NO_CONFIRMED_CLAIMS, why, false);
    }

    /** So is one that a connected agent does not take; another attempt may fare better. */
    void notAcknowledged(NodeSession session, OutboxMessage message, Duration within) {
        failed(
                session,
                message,
                RejectionCode.STEP_NOT_ACKNOWLEDGED.name(),
                "the agent is connected and has not acknowledged it within "
                        + within.toSeconds()
                        + " s",
                true);
    }

    private void failed(
            NodeSession session,
            OutboxMessage message,
            String code,
            String why,
            boolean retryable) {
        record(
                session,
                message.messageId(),
                message,
                new RecordStepFailed(
                        message.data().executionId(),
                        session.nodeId(),
                        message.data().stepIndex(),
                        message.data().attempt(),
                        message.data().compensation(),
                        new Failure(code, why, clock.instant()),
                        retryable));
        session.deliveries()
                .ended(message.key(), message.data().attempt(), message.data().compensation());
        whenEnded.accept(session);
    }

    /** Whether the report need not come again. */
    private boolean record(
            NodeSession session, String messageId, OutboxMessage about, Object command) {
        try {
            commands.send(session, messageId, about, command);
            return true;
        } catch (Rejection e) {
            if (e.code() == RejectionCode.WRONG_NODE) {
                answers.refuse(session, messageId, e.code(), e.getMessage());
            }
            return true;
        } catch (RuntimeException e) {
            LOGGER.warn("A report of {} could not be recorded", session.nodeId().value(), e);
            return false;
        }
    }

    private static String key(ExecutionId executionId, int step) {
        return OutboxMessage.keyOf(executionId.value(), step);
    }
}
