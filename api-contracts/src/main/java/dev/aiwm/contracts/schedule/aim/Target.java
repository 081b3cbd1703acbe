package dev.aiwm.contracts.schedule.aim;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a schedule is for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = OneResource.class, name = "resource"),
    @Type(value = MatchingResources.class, name = "filter")
})
public sealed interface Target permits OneResource, MatchingResources {}
