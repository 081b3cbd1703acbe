package dev.aiwm.rules.planted;

import com.fasterxml.jackson.annotation.JsonSubTypes;

@JsonSubTypes(@JsonSubTypes.Type(LeakyUnion.Known.class))
sealed interface LeakyUnion {
    record Known() implements LeakyUnion {}

    record Forgotten() implements LeakyUnion {}
}
