/**
 * Figures over time, as the gateway writes them and queries read them: soft state, never events.
 */
package dev.aiwm.contracts.telemetry;
