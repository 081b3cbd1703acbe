package dev.aiwm.cli.completion;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.http.Unreachable;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Asked by the shells' completions: what could stand where the last of the words is. */
@Command(name = "complete", hidden = true, description = "Tell what the last of the words could be")
public final class Complete extends Verb {
    private static final int MANY = 200;

    @Parameters(arity = "0..*", paramLabel = "WORD")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        var last = words.isEmpty() ? "" : words.get(words.size() - 1);
        var before = words.isEmpty() ? words : words.subList(0, words.size() - 1);
        var place = Place.of(spec().root(), before);
        var candidates = last.startsWith("-") ? place.options() : candidates(place);
        candidates.filter(c -> c.startsWith(last)).distinct().sorted().forEach(out()::println);
        return 0;
    }

    private Stream<String> candidates(Place place) {
        return switch (place.expects()) {
            case VERB -> place.verbs();
            case KIND -> Arrays.stream(Kind.values()).map(Kind::plural);
            case RESOURCE -> names(Kind.RESOURCES);
            case NODE -> names(Kind.NODES);
            case EXECUTION -> names(Kind.EXECUTIONS);
            case STATUS ->
                    Stream.of(
                            "running",
                            "stopped",
                            "failed",
                            "paused",
                            "queued",
                            "online",
                            "offline",
                            "succeeded");
            case TYPE -> Stream.of("vm", "container", "inference");
            case FORM -> Stream.of("table", "wide", "json", "yaml", "name", "id", "jsonpath=");
            case SHELL -> Stream.of("bash", "zsh", "fish");
            case NOTHING -> Stream.empty();
        };
    }

    /** A shell that completes shows no errors: without a server there are no names. */
    private Stream<String> names(Kind kind) {
        try {
            return api().list(kind.path(), new Query(), MANY).stream().map(kind::name);
        } catch (Refused | Unreachable | Trouble e) {
            return Stream.empty();
        }
    }
}
