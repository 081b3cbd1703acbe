package dev.aiwm.command.gateway;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.node.command.RecordNodeFindings;
import dev.aiwm.contracts.protocol.NodeMetrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns nodes of what their agents measured. */
final class ReportedConditions {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReportedConditions.class);

    private final AgentCommands commands;
    private final WarningSettings settings;

    ReportedConditions(AgentCommands commands, WarningSettings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    void measured(NodeSession session, String messageId, NodeMetrics metrics) {
        var conditions = session.conditions();
        conditions
                .judge(metrics, settings)
                .ifPresent(
                        findings -> {
                            try {
                                commands.send(
                                        session,
                                        messageId,
                                        new RecordNodeFindings(
                                                session.nodeId(),
                                                session.epoch(),
                                                findings.raised(),
                                                findings.lingering()));
                            } catch (Rejection e) {
                                LOGGER.debug("findings come too late: {}", e.getMessage());
                            } catch (RuntimeException e) {
                                conditions.takeBack();
                                LOGGER.warn("Findings could not be recorded", e);
                            }
                        });
    }
}
