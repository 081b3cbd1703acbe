package dev.aiwm.cli.session;

import java.io.IOException;
import java.util.Locale;

/**
 * What a verb prints goes nowhere any more; unchecked, because {@code PrintWriter} hides others.
 */
public final class OutputLost extends RuntimeException {
    OutputLost(IOException cause) {
        super("cannot write the output: " + cause.getMessage(), cause);
    }

    /** Whether its reader has had enough, as behind {@code | head}: no failure to speak of. */
    public boolean isUnread() {
        return String.valueOf(getCause().getMessage())
                .toLowerCase(Locale.ROOT)
                .contains("broken pipe");
    }
}
