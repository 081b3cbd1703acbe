package dev.aiwm.cli.verb;

import dev.aiwm.cli.output.Format;
import dev.aiwm.cli.output.Output;
import dev.aiwm.cli.session.Surroundings;

import picocli.CommandLine.Option;

/** How what is asked for is shown. */
public final class Shown {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "table, wide, json, yaml, name, id or jsonpath=TEMPLATE")
    private String form;

    @Option(names = "--no-headers", description = "a table without its titles")
    private boolean noHeaders;

    @Option(
            names = {"-q", "--quiet"},
            description = "ids alone, as -o id")
    private boolean quiet;

    public Format format() {
        return quiet ? Format.of("id") : Format.of(form);
    }

    /** Whether a form was asked for, rather than what a verb tells by itself. */
    public boolean asked() {
        return quiet || form != null;
    }

    public boolean titles() {
        return !noHeaders;
    }

    public Output output(Surroundings around) {
        return new Output(around.out(), format(), titles(), around.colour());
    }
}
