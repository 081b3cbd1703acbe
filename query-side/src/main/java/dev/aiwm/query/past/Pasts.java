package dev.aiwm.query.past;

import org.springframework.stereotype.Component;

/** Makes the pasts of kinds of entities. */
@Component
public class Pasts {
    private final Streams streams;
    private final Archive archive;

    Pasts(Streams streams, Archive archive) {
        this.streams = streams;
        this.archive = archive;
    }

    /** Entities one by one, whose streams are short. */
    public <S> Past<S> of(EntityKind<S, ?> kind) {
        return new Past<>(kind, streams, null);
    }

    /** Also all of them at once; streams may be long. */
    public <S> Past<S> kept(EntityKind<S, ?> kind) {
        var cuts = new Cuts<>(kind, archive);
        archive.add(cuts);
        return new Past<>(kind, streams, cuts);
    }
}
