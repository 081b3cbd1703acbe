package dev.aiwm.contracts.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of the messages on the node channel, and the record that each one's data is. */
public final class MessageType {
    public static final String NODE_REGISTER = "node.register";
    public static final String NODE_REGISTERED = "node.registered";
    public static final String MESSAGE_REFUSED = "message.refused";
    public static final String HEARTBEAT = "telemetry.heartbeat";
    public static final String METRICS = "telemetry.metrics";
    public static final String COMMAND_ACK = "command.ack";
    public static final String COMMAND_PROGRESS = "command.progress";
    public static final String COMMAND_RESULT = "command.result";
    public static final String RESULT_TAKEN = "command.taken";
    public static final String VM_STATUS = "vm.status";
    public static final String CONTAINER_STATUS = "container.status";
    public static final String CONTAINER_LOGS_STREAM = "container.logs.stream";
    public static final String DEPLOYMENT_STATUS = "deployment.status";
    public static final String DEPLOYMENT_LOGS = "deployment.logs";
    public static final String MODEL_DOWNLOAD_PROGRESS = "model.downloadProgress";

    public static final String STREAM_OPEN = "stream.open";
    public static final String STREAM_CONTROL = "stream.control";
    public static final String STREAM_CLOSE = "stream.close";
    public static final String STREAM_OPENED = "stream.opened";
    public static final String STREAM_ENDED = "stream.ended";

    private static final Map<String, Class<? extends AgentData>> FROM_AGENT =
            Map.ofEntries(
                    Map.entry(NODE_REGISTER, NodeRegister.class),
                    Map.entry(HEARTBEAT, Heartbeat.class),
                    Map.entry(METRICS, NodeMetrics.class),
                    Map.entry(COMMAND_ACK, CommandAck.class),
                    Map.entry(COMMAND_PROGRESS, CommandProgress.class),
                    Map.entry(COMMAND_RESULT, CommandResult.class),
                    Map.entry(VM_STATUS, ResourceStatusReport.class),
                    Map.entry(CONTAINER_STATUS, ResourceStatusReport.class),
                    Map.entry(CONTAINER_LOGS_STREAM, ContainerLogLines.class),
                    Map.entry(DEPLOYMENT_STATUS, DeploymentStatusReport.class),
                    Map.entry(DEPLOYMENT_LOGS, DeploymentLogLines.class),
                    Map.entry(MODEL_DOWNLOAD_PROGRESS, ModelDownloadProgress.class),
                    Map.entry(STREAM_OPENED, StreamOpened.class),
                    Map.entry(STREAM_ENDED, StreamEnded.class));

    private static final Map<String, Class<? extends ControllerData>> FROM_CONTROLLER =
            fromController();

    private MessageType() {}

    /**
     * The record that the data of such a message from an agent is; empty for a type nobody defined.
     */
    public static Optional<Class<? extends AgentData>> fromAgent(String type) {
        return Optional.ofNullable(FROM_AGENT.get(type));
    }

    /**
     * The record that the data of such a message to an agent is; empty for a type nobody defined.
     */
    public static Optional<Class<? extends ControllerData>> fromController(String type) {
        return Optional.ofNullable(FROM_CONTROLLER.get(type));
    }

    /** Every type, in both directions. */
    public static Stream<String> all() {
        return Stream.concat(FROM_AGENT.keySet().stream(), FROM_CONTROLLER.keySet().stream());
    }

    private static Map<String, Class<? extends ControllerData>> fromController() {
        var types = new HashMap<String, Class<? extends ControllerData>>();
        for (var command : AgentCommand.class.getAnnotation(JsonSubTypes.class).value()) {
            types.put(command.name(), StepData.class);
        }
        types.put(NODE_REGISTERED, NodeRegistered.class);
        types.put(RESULT_TAKEN, ResultTaken.class);
        types.put(MESSAGE_REFUSED, MessageRefused.class);
        types.put(STREAM_OPEN, StreamOpen.class);
        types.put(STREAM_CONTROL, StreamControl.class);
        types.put(STREAM_CLOSE, StreamClose.class);
        return Map.copyOf(types);
    }
}
