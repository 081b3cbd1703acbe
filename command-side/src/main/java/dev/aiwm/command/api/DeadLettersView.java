package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** Events that were put aside, the oldest first. */
record DeadLettersView(
        List<DeadLetterView> items,
        @Schema(description = "How many there are, shown or not") int total) {

    DeadLettersView {
        items = List.copyOf(items);
    }
}
