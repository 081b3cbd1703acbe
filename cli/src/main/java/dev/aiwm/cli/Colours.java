package dev.aiwm.cli;

import picocli.CommandLine.Help;

/** The colours of help texts. */
final class Colours {
    private Colours() {}

    static Help.ColorScheme scheme(boolean colour) {
        return Help.defaultColorScheme(colour ? Help.Ansi.ON : Help.Ansi.OFF);
    }
}
