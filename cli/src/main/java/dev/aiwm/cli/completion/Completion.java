package dev.aiwm.cli.completion;

import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

@Command(
        name = "completion",
        description = "Print what a shell needs to complete verbs, options and names",
        footer = {
            "",
            "Examples:",
            "  source <(aiwm completion bash)                             # in ~/.bashrc",
            "  source <(aiwm completion zsh)                              # in ~/.zshrc, after compinit",
            "  aiwm completion fish > ~/.config/fish/completions/aiwm.fish"
        })
public final class Completion extends Verb {
    @Parameters(paramLabel = "bash|zsh|fish", description = "the shell")
    private String shell;

    @Override
    public Integer call() {
        try (var script =
                shell.matches("bash|zsh|fish")
                        ? Completion.class.getResourceAsStream(shell + ".txt")
                        : null) {
            if (script == null) {
                throw Trouble.usage("'" + shell + "' is not known here", "bash, zsh and fish are");
            }
            out().print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
