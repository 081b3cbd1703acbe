package dev.aiwm.command.idempotency;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

/**
 * The ids that a request gives to what it makes; a parameter of a controller method. A repetition
 * of the request after a crash gets the same.
 *
 * @param resumed an earlier attempt may have done part of the work
 */
public record RequestIds(ResourceId resourceId, ExecutionId executionId, boolean resumed) {
    static final String ATTRIBUTE = RequestIds.class.getName();

    public RequestIds {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }

    static RequestIds random() {
        return new RequestIds(ResourceId.random(), ExecutionId.random(), false);
    }
}
