package dev.aiwm.cli.output;

import java.io.PrintWriter;

/** One line that changes while something is under way; nothing at all where nobody looks. */
public final class ProgressBar {
    private static final int WIDTH = 24;
    private static final int LINE = 79;

    private final PrintWriter out;
    private final boolean visible;
    private String shown = "";

    public ProgressBar(PrintWriter out, boolean visible) {
        this.out = out;
        this.visible = visible;
    }

    public void show(String what, int percent, String doing) {
        int done = Math.max(0, Math.min(100, percent)) * WIDTH / 100;
        var line =
                "%s [%s%s] %3d%%  %s"
                        .formatted(
                                what, "#".repeat(done), ".".repeat(WIDTH - done), percent, doing);
        var cut = Table.oneLine(line.length() > LINE ? line.substring(0, LINE) : line);
        if (visible && !cut.equals(shown)) {
            out.print("\r" + cut + "\u001b[K");
            out.flush();
            shown = cut;
        }
    }

    /** Takes the line away, so that the next one begins where it was. */
    public void end() {
        if (!shown.isEmpty()) {
            out.print("\r\u001b[K");
            out.flush();
            shown = "";
        }
    }
}
