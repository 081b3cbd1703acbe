package dev.aiwm.cli.completion;

import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.List;
import java.util.stream.Stream;

/** Where in a command line one is: at which verb, and what it expects next. */
record Place(CommandSpec verb, Expects expects) {
    /** What can stand there. */
    enum Expects {
        VERB,
        KIND,
        RESOURCE,
        NODE,
        EXECUTION,
        STATUS,
        TYPE,
        FORM,
        SHELL,
        NOTHING
    }

    static Place of(CommandSpec root, List<String> words) {
        var verb = root;
        OptionSpec open = null;
        int position = 0;
        String kind = null;
        for (var word : words) {
            if (open != null) {
                open = null;
            } else if (word.startsWith("-")) {
                var option = verb.findOption(word);
                open = option == null || option.arity().max() == 0 ? null : option;
            } else if (position == 0 && verb.subcommands().containsKey(word)) {
                verb = verb.subcommands().get(word).getCommandSpec();
            } else {
                kind = position++ == 0 ? word : kind;
            }
        }
        return new Place(verb, open == null ? positional(verb, position, kind) : of(open, kind));
    }

    private static Expects positional(CommandSpec verb, int position, String first) {
        if (!verb.subcommands().isEmpty() && position == 0) {
            return Expects.VERB;
        }
        for (var parameter : verb.positionalParameters()) {
            if (parameter.index().contains(position)) {
                return of(parameter, first);
            }
        }
        return Expects.NOTHING;
    }

    private static Expects of(ArgSpec argument, String kind) {
        return switch (argument.paramLabel()) {
            case "KIND", "[KIND] NAME" -> Expects.KIND;
            case "RESOURCE" -> Expects.RESOURCE;
            case "NODE" -> Expects.NODE;
            case "EXECUTION" -> Expects.EXECUTION;
            case "STATUS" -> Expects.STATUS;
            case "TYPE" -> Expects.TYPE;
            case "FORM" -> Expects.FORM;
            case "bash|zsh|fish" -> Expects.SHELL;
            case "NAME" -> kind == null ? Expects.NOTHING : ofKind(kind);
            default -> Expects.NOTHING;
        };
    }

    private static Expects ofKind(String word) {
        return Stream.of(Kind.values())
                .filter(k -> k.plural().equals(word) || k.singular().equals(word))
                .findFirst()
                .map(
                        k ->
                                switch (k) {
                                    case RESOURCES, SNAPSHOTS -> Expects.RESOURCE;
                                    case NODES, ALLOCATIONS, CONTAINERS -> Expects.NODE;
                                    case EXECUTIONS -> Expects.EXECUTION;
                                    default -> Expects.NOTHING;
                                })
                .orElse(Expects.NOTHING);
    }

    Stream<String> verbs() {
        return verb.subcommands().entrySet().stream()
                .filter(e -> !e.getValue().getCommandSpec().usageMessage().hidden())
                .map(e -> e.getKey());
    }

    Stream<String> options() {
        return verb.options().stream().filter(o -> !o.hidden()).map(OptionSpec::longestName);
    }
}
