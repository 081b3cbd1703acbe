package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.ProgramRequest;

import java.util.Locale;
import java.util.Optional;
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
        var user = missingUser(words, request.user());
        if (user.isPresent()) {
            return refused(user.get());
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

    /** In our words, if that is what was said. */
    static Optional<String> missingUser(String said, String user) {
        var match = USER.matcher(said);
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        String what = "group".equals(match.group(1)) ? "user and group" : "user";
        return Optional.of("there is no %s '%s' in the container".formatted(what, user));
    }

    private static DriverException refused(String words) {
        return DriverException.permanent(Executing.NO_SUCH_PROGRAM, words);
    }
}
