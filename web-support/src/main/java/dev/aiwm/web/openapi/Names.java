package dev.aiwm.web.openapi;

import dev.aiwm.contracts.RejectionCode;

import java.util.Locale;
import java.util.Map;

/** Words of the examples. */
final class Names {
    private static final Map<RejectionCode, String> DETAILS =
            Map.ofEntries(
                    Map.entry(
                            RejectionCode.VALIDATION_FAILED,
                            "/config/vcpus must be less than or equal to 128"),
                    Map.entry(
                            RejectionCode.UNAUTHENTICATED,
                            "send a token: Authorization: Bearer <token>"),
                    Map.entry(RejectionCode.FORBIDDEN, "this needs the role admin"),
                    Map.entry(RejectionCode.NOT_FOUND, "there is no such resource"),
                    Map.entry(
                            RejectionCode.ILLEGAL_TRANSITION,
                            "a resource that is stopping cannot be started"),
                    Map.entry(
                            RejectionCode.VERSION_MISMATCH,
                            "the resource has changed since version 7"),
                    Map.entry(
                            RejectionCode.PAYLOAD_TOO_LARGE,
                            "the body may have 1048576 bytes at most"),
                    Map.entry(RejectionCode.UNSUPPORTED_MEDIA_TYPE, "send application/json"),
                    Map.entry(
                            RejectionCode.IDEMPOTENCY_KEY_REUSED,
                            "this Idempotency-Key was used with another body"),
                    Map.entry(RejectionCode.TOO_MANY_REQUESTS, "too many attempts; wait a minute"),
                    Map.entry(
                            RejectionCode.INTERNAL,
                            "something went wrong here; the correlation id finds it in the log"),
                    Map.entry(RejectionCode.NOT_IMPLEMENTED, "this is not offered yet"),
                    Map.entry(RejectionCode.UNAVAILABLE, "not available at the moment"));

    private Names() {}

    static String kebab(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sentence(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String detailOf(RejectionCode code) {
        return DETAILS.getOrDefault(code, sentence(code.name()));
    }
}
