package dev.aiwm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The edge proxy's own configuration, as it is shipped. */
final class EdgeTemplate {
    /** Which side answers; as the configuration names them. */
    enum Side {
        COMMAND,
        QUERY
    }

    private record Rule(Pattern pattern, Side side) {}

    private static final Path FILE = Repository.file("edge/aiwm.conf.template");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final Pattern RULE = Pattern.compile("\"~([^\"]+)\"\\s+(command|query);");
    private static final Pattern LAST_RULE = Pattern.compile("default\\s+(command|query);");

    private static final String FROM = "?from";

    private final String text;
    private final List<Rule> rules;
    private final Side otherwise;

    EdgeTemplate() {
        text = read();
        rules =
                RULE.matcher(text)
                        .results()
                        .map(m -> new Rule(Pattern.compile(m.group(1)), side(m.group(2))))
                        .toList();
        otherwise =
                LAST_RULE
                        .matcher(text)
                        .results()
                        .map(m -> side(m.group(1)))
                        .findFirst()
                        .orElseThrow();
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Side side(String word) {
        return word.equals("query") ? Side.QUERY : Side.COMMAND;
    }

    /**
     * Where nginx sends such a request: its rules are regular expressions that Java reads too.
     *
     * @param path may end with {@code ?from}, which is then given
     */
    Side sideOf(String method, String path) {
        String subject = method + " " + path.replace(FROM, "") + " ";
        String line = path.endsWith(FROM) ? subject + "24h" : subject;
        return rules.stream()
                .filter(rule -> rule.pattern().matcher(line).find())
                .map(Rule::side)
                .findFirst()
                .orElse(otherwise);
    }

    int rules() {
        return rules.size();
    }

    /** As the image fills it in; a name without a value is an error. */
    String filledIn(Map<String, String> environment) {
        return VARIABLE.matcher(text)
                .replaceAll(
                        match -> {
                            var value = environment.get(match.group(1));
                            if (value == null) {
                                throw new IllegalArgumentException(match.group() + " has no value");
                            }
                            return java.util.regex.Matcher.quoteReplacement(value);
                        });
    }

    List<String> variables() {
        return VARIABLE.matcher(text).results().map(m -> m.group(1)).distinct().toList();
    }
}
