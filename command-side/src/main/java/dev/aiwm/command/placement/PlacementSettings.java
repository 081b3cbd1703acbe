package dev.aiwm.command.placement;

import dev.aiwm.web.defaults.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How nodes are chosen.
 *
 * @param strategy when a request names none
 * @param sample how many nodes are compared at a time; a larger fleet costs no more than this
 * @param reservation how long a reservation waits for its resource
 */
@ConfigurationProperties("aiwm.placement")
public record PlacementSettings(
        @DefaultValue("spread") Strategy strategy,
        @DefaultValue("16") int sample,
        @DefaultValue("60s") Duration reservation) {
    public PlacementSettings {
        Bounds.positive("aiwm.placement.sample", sample);
        Bounds.notNegative("aiwm.placement.reservation", reservation);
    }
}
