package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.ProgramRequest;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why a program could not be begun, in the words of the engine or of what it runs programs with.
 */
final class ProgramFaults {
    private static final Pattern USER =
            Pattern.compile("unable to find (user|group) |uids and gids must be");
    private static final String PROGRAM = "exec: \"";

    private ProgramFaults() {}

    static DriverException told(String said, ProgramRequest request) {
        String words = said.strip();
        var user = USER.matcher(words);
        if (user.lookingAt()) {
            return refused(
                    "there is no %s '%s' in the container"
                            .formatted(
                                    "group".equals(user.group(1)) ? "user and group" : "user",
                                    request.user()));
        }
        // the name of the program comes last, and may be any words
        String before = words.split(PROGRAM, 2)[0].toLowerCase(Locale.ROOT);
        if (request.workingDir() != null && before.contains("cwd")) {
            return refused(
                    "there is no folder '%s' in the container".formatted(request.workingDir()));
        }
        return refused(
                "there is no program '%s' in the container that can be run"
                        .formatted(request.command().get(0)));
    }

    private static DriverException refused(String words) {
        return DriverException.permanent(Executing.NO_SUCH_PROGRAM, words);
    }
}
