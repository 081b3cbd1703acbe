package dev.aiwm.web.problem;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.io.IOException;
import java.util.Optional;

/** What the servlet container itself refuses is answered like everything else. */
@Controller
@Hidden
class ProblemErrorController implements ErrorController {
    private final ProblemWriter writer;
    private final Failures failures;

    ProblemErrorController(ProblemWriter writer, Failures failures) {
        this.writer = writer;
        this.failures = failures;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        writer.write(
                request,
                response,
                thrown instanceof Throwable failure
                        ? failures.rejectionOf(failure)
                        : ofStatus(request).orElseGet(ProblemErrorController::unexplained));
    }

    private static Optional<Rejection> ofStatus(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? Statuses.rejection(code) : Statuses.rejection(404);
    }

    private static Rejection unexplained() {
        return new Rejection(RejectionCode.INTERNAL, "something went wrong here");
    }
}
