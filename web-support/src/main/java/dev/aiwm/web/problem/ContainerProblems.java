package dev.aiwm.web.problem;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * Answers what Tomcat refuses before any servlet sees it, such as a path with forbidden characters,
 * like everything else is answered.
 */
final class ContainerProblems extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);
    private static final int FIRST_ERROR = 400;
    private final ProblemWriter problems;

    ContainerProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Rejection rejection =
                Statuses.rejection(status)
                        .orElseGet(
                                () ->
                                        new Rejection(
                                                RejectionCode.INTERNAL,
                                                "something went wrong here"));
        try {
            problems.write(request, response, rejection);
        } catch (IOException e) {
            LOG.debug("The client of a refused request is gone", e);
        }
    }
}
