package dev.aiwm.web.lines;

import dev.aiwm.contracts.Rejection;

/**
 * A line of an answer that takes long and tells how far it is.
 *
 * @param position of the log that has been reached
 * @param last position at which it will end
 * @param result in the last line only
 * @param refusal in the last line only, instead of a result
 */
record ProgressLine(long position, long last, Object result, Refusal refusal) {

    /** Why there is no result. */
    record Refusal(String code, String detail) {
        static Refusal of(Rejection rejection) {
            return new Refusal(rejection.code().name(), rejection.getMessage());
        }
    }
}
