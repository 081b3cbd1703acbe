package dev.aiwm.cli;

import static dev.aiwm.cli.output.Cells.list;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.session.ExitCode;

import java.util.List;
import java.util.Optional;

/** What to do about what the server refused. */
final class Advice {
    private Advice() {}

    static int exitCode(Refused refused) {
        return switch (refused.status()) {
            case 400, 422 -> ExitCode.USAGE;
            case 401, 403 -> ExitCode.UNAUTHORISED;
            case 404 -> ExitCode.NOT_FOUND;
            case 409, 412, 428 -> ExitCode.CONFLICT;
            case 502, 503 ->
                    refused.code().equals("TIMED_OUT") ? ExitCode.TIMEOUT : ExitCode.UNAVAILABLE;
            case 504 -> ExitCode.TIMEOUT;
            default -> ExitCode.FAILED;
        };
    }

    /** The single faults of a request that has more than one, or whose fault is not in the text. */
    static List<String> details(Refused refused) {
        var nodes = refused.problem().path("refused");
        if (!nodes.isEmpty()) {
            return nodes.valueStream()
                    .map(n -> text(n.path("nodeId")) + ": " + text(n.path("reason")))
                    .toList();
        }
        var errors = refused.problem().path("errors");
        var lines =
                errors.valueStream()
                        .map(e -> text(e.path("pointer")) + " " + text(e.path("message")))
                        .toList();
        return lines.size() == 1
                        && refused.getMessage().contains(text(errors.path(0).path("message")))
                ? List.of()
                : lines;
    }

    static Optional<String> of(Refused refused) {
        return Optional.ofNullable(byCode(refused));
    }

    private static String byCode(Refused refused) {
        var allowed = list(refused.problem().path("allowedActions")).replace(",", ", ");
        return switch (refused.code()) {
            case "UNAUTHENTICATED" -> "log in with: aiwm login";
            case "FORBIDDEN" -> "another user may: aiwm login --user NAME";
            case "ILLEGAL_TRANSITION" -> allowed.isEmpty() ? null : "possible now: " + allowed;
            case "OPERATION_IN_PROGRESS" -> "wait for it: aiwm get executions --status running";
            case "VERSION_MISMATCH" -> "it has changed meanwhile: look again, then repeat";
            case "NODE_OFFLINE", "NODE_NOT_CONNECTED" ->
                    "its agent is not connected; see: aiwm get nodes";
            case "NO_NODE_FITS", "CPU_EXHAUSTED", "RAM_EXHAUSTED", "DISK_EXHAUSTED" ->
                    "what is free: aiwm get nodes; who has what: aiwm get allocations NODE";
            case "GPU_TAKEN",
                    "GPU_UNKNOWN",
                    "GPU_EXHAUSTED",
                    "MIG_EXHAUSTED",
                    "MIG_PROFILE_UNKNOWN" ->
                    "what there is and who has it: aiwm describe node NODE";
            case "IP_TAKEN", "PORT_TAKEN" -> "who has it: aiwm get allocations NODE";
            case "NODE_CORDONED" -> "let things be placed there again: aiwm node uncordon NODE";
            case "NODE_FENCED" -> "let its agent in again: aiwm node unfence NODE";
            case "NODE_IN_USE" -> "what is on it: aiwm get allocations NODE";
            case "NOT_YET_VISIBLE", "UNAVAILABLE", "TOO_MANY_REQUESTS" -> "try again in a moment";
            default -> null;
        };
    }
}
