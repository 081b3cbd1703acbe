package dev.aiwm.contracts.protocol;

/** How many characters a terminal shows. */
public record TerminalSize(int columns, int rows) {
    public TerminalSize {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a terminal has columns and rows");
        }
    }
}
