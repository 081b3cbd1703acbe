package dev.aiwm.query.past;

import org.springframework.stereotype.Component;

/** Makes the pasts of kinds of entities. */
@Component
public class Pasts {
    private final Streams streams;

    Pasts(Streams streams) {
        this.streams = streams;
    }

    public <S> Past<S> of(EntityKind<S, ?> kind) {
        return new Past<>(kind, streams);
    }
}
