package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;

import dev.aiwm.nodeagent.driver.DriverException;

import java.io.IOException;
import java.util.Locale;

/** What the engine's complaints mean, in stable codes and sentences that a user understands. */
final class Faults {
    /** The engine does not answer, or is not there. */
    static final String ENGINE_DOWN = "ENGINE_DOWN";

    /** The engine has complained in a way that has no code of its own. */
    static final String ENGINE_REFUSED = "ENGINE_REFUSED";

    private static final int SERVER_FAULT = 500;
    private static final int LONGEST = 300;

    private Faults() {}

    /** Any failure of a call; what means something only in its place is looked at there first. */
    static DriverException told(RuntimeException fault) {
        if (fault instanceof DriverException known) {
            return known;
        }
        if (Thread.currentThread().isInterrupted() || causedBy(fault, InterruptedException.class)) {
            return interrupted(fault);
        }
        if (fault instanceof NotFoundException) {
            return DriverException.notFound(sentence(fault));
        }
        if (FullDisk.isIn(fault.getMessage())) {
            return DriverException.retryable(
                    FullDisk.CODE, "the disk of the node's Docker engine is full");
        }
        if (fault instanceof DockerException refusal) {
            return refusal.getHttpStatus() >= SERVER_FAULT
                    ? DriverException.retryable(ENGINE_REFUSED, sentence(fault))
                    : DriverException.permanent(ENGINE_REFUSED, sentence(fault));
        }
        return causedBy(fault, IOException.class) ? down(fault) : faulty(fault);
    }

    static boolean isConnectionLost(RuntimeException fault) {
        return !(fault instanceof DriverException)
                && !(fault instanceof DockerException)
                && causedBy(fault, IOException.class);
    }

    static DriverException silent(RuntimeException cause) {
        return new DriverException(
                DriverException.Kind.RETRYABLE,
                ENGINE_DOWN,
                "the Docker engine does not answer in time",
                cause);
    }

    static boolean mentions(Throwable fault, String words) {
        return String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains(words);
    }

    /** What the engine said, without the wrapping of its transport. */
    static String sentence(Throwable fault) {
        String text = String.valueOf(fault.getMessage()).strip();
        int begin = text.indexOf("{\"message\":\"");
        if (begin >= 0) {
            int end = text.lastIndexOf("\"}");
            text = text.substring(begin + "{\"message\":\"".length(), Math.max(begin, end));
            text = text.replace("\\\"", "\"").replace("\\n", " ");
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static DriverException interrupted(RuntimeException cause) {
        var reason = new InterruptedException();
        reason.initCause(cause);
        return DriverException.interrupted(reason);
    }

    private static DriverException down(RuntimeException cause) {
        return new DriverException(
                DriverException.Kind.RETRYABLE,
                ENGINE_DOWN,
                "the Docker engine of the node does not answer",
                cause);
    }

    private static DriverException faulty(RuntimeException cause) {
        return new DriverException(
                DriverException.Kind.RETRYABLE,
                ENGINE_REFUSED,
                "the Docker engine could not be understood: " + cause.getClass().getSimpleName(),
                cause);
    }

    private static boolean causedBy(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
