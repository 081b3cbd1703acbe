package dev.aiwm.support.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.nio.file.Path;

/** Another process has the folder, and one folder is for one. */
final class FolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    FolderInUse(Path folder) {
        super(folder + " is in use by another process");
    }

    /** Said in place of the way by which it came up through the parts of the program. */
    static final class Analyzer extends AbstractFailureAnalyzer<FolderInUse> {
        @Override
        protected FailureAnalysis analyze(Throwable root, FolderInUse cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Stop that process, or give this one another folder (AIWM_DATA).",
                    cause);
        }
    }
}
