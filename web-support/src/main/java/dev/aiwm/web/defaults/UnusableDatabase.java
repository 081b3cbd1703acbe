package dev.aiwm.web.defaults;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.sql.SQLException;

/** Says what the database answered without which the program cannot start, or that none did. */
final class UnusableDatabase extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException cause) {
        return new FailureAnalysis(
                "The database of the events cannot be used: " + cause.getMessage(),
                "Check that it runs and takes connections from here, and AIWM_JDBC_URL,"
                        + " AIWM_JDBC_USERNAME and AIWM_JDBC_PASSWORD; of the embedded store, the"
                        + " folder that AIWM_DATA names.",
                cause);
    }
}
