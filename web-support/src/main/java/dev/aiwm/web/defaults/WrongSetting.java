package dev.aiwm.web.defaults;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting is missing or of no use; says which, and never what it holds. */
public final class WrongSetting extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public WrongSetting(String message) {
        super(message);
    }

    /** Said in place of the way by which it came up through the parts of the program. */
    static final class Analyzer extends AbstractFailureAnalyzer<WrongSetting> {
        @Override
        protected FailureAnalysis analyze(Throwable root, WrongSetting cause) {
            return new FailureAnalysis(
                    cause.getMessage(), "Change this setting and start again.", cause);
        }
    }
}
