package dev.aiwm.contracts.protocol;

/** What an agent says to the controller. */
public sealed interface AgentData
        permits NodeRegister,
                Heartbeat,
                NodeMetrics,
                CommandAck,
                CommandProgress,
                CommandResult,
                ResourceStatusReport,
                ContainerLogLines,
                DeploymentStatusReport,
                DeploymentLogLines,
                ModelDownloadProgress,
                StreamOpened,
                StreamEnded {}
