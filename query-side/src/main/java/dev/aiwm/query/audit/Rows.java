package dev.aiwm.query.audit;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.stream.Owners;
import dev.aiwm.support.log.LoggedEvent;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Makes rows of events. */
@Component
class Rows {
    private final Owners owners;

    Rows(Owners owners) {
        this.owners = owners;
    }

    Row of(LoggedEvent event) {
        Subject subject = Subject.of(event);
        Owners.Facts facts = owners.factsOf(event);
        Optional<ResourceId> holder = Owners.holderIn(event.payload());
        boolean isNode = subject.kind().equals(Subject.NODE);
        return new Row(
                event.position().value(),
                event.timestamp().toEpochMilli(),
                event.payload().getClass().getSimpleName(),
                subject.kind(),
                subject.id(),
                event.eventId(),
                Entries.text(event, MetadataKeys.ACTOR),
                Entries.text(event, MetadataKeys.ORIGIN),
                Entries.text(event, MetadataKeys.ORG),
                owners.audienceOf(event).orElse(null),
                holder.map(ResourceId::value).orElse(facts.resource()),
                isNode ? subject.id() : facts.node(),
                Entries.text(event, MetadataKeys.CORRELATION_ID),
                Entries.text(event, MetadataKeys.CAUSATION_ID),
                Entries.text(event, MetadataKeys.COMMAND_CAUSE));
    }
}
