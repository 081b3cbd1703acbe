package dev.aiwm.contracts.schedule.timing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When something is to happen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = OnceTiming.class, name = "once"),
    @Type(value = AfterTiming.class, name = "after"),
    @Type(value = CronTiming.class, name = "cron")
})
public sealed interface Timing permits OnceTiming, AfterTiming, CronTiming {
    /** The first time when it is set now; empty when it never comes. */
    Optional<Instant> first(Instant now);

    /** The time after one that it came. */
    Optional<Instant> following(Instant occurrence);

    /** Where the clock on the wall hangs. */
    ZoneId zone();
}
