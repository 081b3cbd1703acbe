package dev.aiwm.command.gateway;

import dev.aiwm.command.saga.Reobservation;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.ResourceStatusReport;
import dev.aiwm.contracts.resource.command.RecordObservation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.UUID;

/** What agents saw of the resources that they manage. */
final class ReportedStates implements Reobservation {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReportedStates.class);

    private final AgentCommands commands;
    private final LiveSessions sessions;
    private final Answers answers;

    ReportedStates(AgentCommands commands, LiveSessions sessions, Answers answers) {
        this.commands = commands;
        this.sessions = sessions;
        this.answers = answers;
    }

    /**
     * Agents say once what they see. When it cannot be recorded the agent has to register again,
     * because then it says everything.
     */
    void changed(NodeSession session, String messageId, ResourceStatusReport report) {
        session.sightings().note(report.resourceId(), report.observation(), report.runtime());
        try {
            commands.send(
                    session,
                    messageId,
                    new RecordObservation(
                            report.resourceId(),
                            session.nodeId(),
                            session.epoch(),
                            report.observation(),
                            report.runtime()));
        } catch (Rejection e) {
            answers.refuse(session, messageId, e.code(), e.getMessage());
        } catch (RuntimeException e) {
            LOGGER.warn("A sighting of {} could not be recorded", session.nodeId().value(), e);
            answers.close(session, CloseCode.TRY_AGAIN_LATER, "the controller cannot do it now");
        }
    }

    @Override
    public void observe(NodeId nodeId) {
        NodeSession session = sessions.live(nodeId);
        if (session != null) {
            session.inbound().execute(() -> observeAgain(session));
        }
    }

    private void observeAgain(NodeSession session) {
        String messageId = UUID.randomUUID().toString();
        for (Sightings.Sighting seen : session.sightings().all()) {
            try {
                commands.send(
                        session,
                        messageId,
                        new RecordObservation(
                                seen.resourceId(),
                                session.nodeId(),
                                session.epoch(),
                                seen.observation(),
                                seen.runtime()));
            } catch (Rejection e) {
                LOGGER.debug("{} is not there any more", seen.resourceId());
            }
        }
    }
}
