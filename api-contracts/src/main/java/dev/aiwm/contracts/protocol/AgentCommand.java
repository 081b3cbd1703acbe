package dev.aiwm.contracts.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something an agent is asked to do. The name on the wire is `{resource}.{action}`. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VmCreate.class, name = "vm.create"),
    @JsonSubTypes.Type(value = VmStart.class, name = "vm.start"),
    @JsonSubTypes.Type(value = VmPause.class, name = "vm.pause"),
    @JsonSubTypes.Type(value = VmResume.class, name = "vm.resume"),
    @JsonSubTypes.Type(value = VmStop.class, name = "vm.stop"),
    @JsonSubTypes.Type(value = VmRestart.class, name = "vm.restart"),
    @JsonSubTypes.Type(value = VmDelete.class, name = "vm.delete"),
    @JsonSubTypes.Type(value = VmResize.class, name = "vm.resize"),
    @JsonSubTypes.Type(value = VmSnapshot.class, name = "vm.snapshot"),
    @JsonSubTypes.Type(value = VmListSnapshots.class, name = "vm.listSnapshots"),
    @JsonSubTypes.Type(value = VmRestoreSnapshot.class, name = "vm.restoreSnapshot"),
    @JsonSubTypes.Type(value = VmDeleteSnapshot.class, name = "vm.deleteSnapshot"),
    @JsonSubTypes.Type(value = VmConsole.class, name = "vm.console"),
    @JsonSubTypes.Type(value = VmMetrics.class, name = "vm.metrics"),
    @JsonSubTypes.Type(value = ContainerPull.class, name = "container.pull"),
    @JsonSubTypes.Type(value = ContainerCreate.class, name = "container.create"),
    @JsonSubTypes.Type(value = ContainerStart.class, name = "container.start"),
    @JsonSubTypes.Type(value = ContainerStop.class, name = "container.stop"),
    @JsonSubTypes.Type(value = ContainerRestart.class, name = "container.restart"),
    @JsonSubTypes.Type(value = ContainerDelete.class, name = "container.delete"),
    @JsonSubTypes.Type(value = ContainerLogs.class, name = "container.logs"),
    @JsonSubTypes.Type(value = ContainerExec.class, name = "container.exec"),
    @JsonSubTypes.Type(value = ContainerResize.class, name = "container.resize"),
    @JsonSubTypes.Type(value = ContainerMetrics.class, name = "container.metrics"),
    @JsonSubTypes.Type(value = DeploymentCreate.class, name = "deployment.create"),
    @JsonSubTypes.Type(value = DeploymentStop.class, name = "deployment.stop"),
    @JsonSubTypes.Type(value = DeploymentRestart.class, name = "deployment.restart"),
    @JsonSubTypes.Type(value = ModelDownload.class, name = "model.download"),
    @JsonSubTypes.Type(value = ModelDelete.class, name = "model.delete"),
    @JsonSubTypes.Type(value = SystemHealthCheck.class, name = "system.healthCheck"),
    @JsonSubTypes.Type(value = SystemRestart.class, name = "system.restart")
})
public sealed interface AgentCommand
        permits VmCreate,
                VmStart,
                VmPause,
                VmResume,
                VmStop,
                VmRestart,
                VmDelete,
                VmResize,
                VmSnapshot,
                VmListSnapshots,
                VmRestoreSnapshot,
                VmDeleteSnapshot,
                VmConsole,
                VmMetrics,
                ContainerPull,
                ContainerCreate,
                ContainerStart,
                ContainerStop,
                ContainerRestart,
                ContainerDelete,
                ContainerLogs,
                ContainerExec,
                ContainerResize,
                ContainerMetrics,
                DeploymentCreate,
                DeploymentStop,
                DeploymentRestart,
                ModelDownload,
                ModelDelete,
                SystemHealthCheck,
                SystemRestart {
    String type();
}
