/**
 * What every process has in common: the event store and the log over it, serializers, messaging,
 * and the read database. A module uses it by having it on the class path; the choice of store is
 * configuration alone ({@code aiwm.store}, {@code aiwm.data}).
 *
 * <ul>
 *   <li>Aggregates: {@code @Aggregate(cache = "aggregateCache", snapshotTriggerDefinition =
 *       "every200Events")} and {@code @Revision}; only the id is obligatory, private fields are
 *       stored in snapshots.
 *   <li>Commands: inject {@code CommandGateway}; {@link dev.aiwm.support.messaging.Rejections}
 *       finds the rejection in a failure. A bean of type {@link
 *       dev.aiwm.support.messaging.MetadataInterceptor} adds the caller's metadata.
 *   <li>Reading events: inject {@link dev.aiwm.support.log.EventLog} and {@link
 *       dev.aiwm.support.log.EventTail}.
 *   <li>Projections: each side makes one {@link dev.aiwm.support.projection.Projections} bean with
 *       {@code kit.of("query")} and adds a {@link dev.aiwm.support.projection.FoldProjection} (one
 *       document per aggregate) or an {@link dev.aiwm.support.projection.IndexProjection} (an
 *       outbox, what is due) in a bean method each; they start before the web server.
 *   <li>Tables: a bean of type {@link dev.aiwm.support.store.SchemaScript}, then {@code
 *       JdbcTemplate}. A write outside a command's unit of work needs a transaction of its own only
 *       if it is more than one statement.
 *   <li>Events: cases of the sealed families of api-contracts; a bean of type {@link
 *       dev.aiwm.support.serialization.EventFamily} adds one. Upcasters are beans of type {@code
 *       EventUpcaster}, ordered by {@code @Order}.
 * </ul>
 */
package dev.aiwm.support;
