package dev.aiwm.web.correlation;

import org.slf4j.MDC;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id that one request and everything it causes have in common. */
public final class CorrelationId {
    public static final String HEADER = "X-Correlation-Id";
    public static final String MDC_KEY = "correlationId";
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final String NO_TRACE = "0".repeat(32);

    private CorrelationId() {}

    /** Of the request that this thread works on; null outside of requests. */
    public static String current() {
        return MDC.get(MDC_KEY);
    }

    public static boolean isValid(String id) {
        return ALLOWED.matcher(id).matches();
    }

    /** The trace id of a W3C traceparent, or a new id when there is none. */
    public static String fromTraceOrNew(String traceparent) {
        if (traceparent != null) {
            var matcher = TRACEPARENT.matcher(traceparent.trim());
            if (matcher.matches() && !matcher.group(1).equals(NO_TRACE)) {
                return matcher.group(1);
            }
        }
        return UUID.randomUUID().toString();
    }
}
