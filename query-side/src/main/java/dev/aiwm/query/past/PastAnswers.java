package dev.aiwm.query.past;

import dev.aiwm.contracts.Page;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.SeenVersion;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.util.function.Function;

/** Answers of the past in the manners of the API. */
@Component
public class PastAnswers {
    private final Moment moment;

    PastAnswers(Moment moment) {
        this.moment = moment;
    }

    /** A list of entities as they were. */
    public <S, V> ResponseEntity<Page<V>> page(
            Past<S> past, AsOf then, Function<ReadModel<S>, Page<V>> list) {
        Position position = moment.of(then);
        return Answers.page(list.apply(past.all(position)), position);
    }

    /** An entity as it was; what was not there yet, or may not be seen now, is not found. */
    public <S, V> ResponseEntity<V> entity(
            Past<S> past,
            String id,
            AsOf then,
            Caller caller,
            SeenVersion seen,
            Function<S, V> view) {
        Position position = moment.of(then);
        var found =
                past.at(id, position)
                        .filter(stored -> past.isVisible(stored.state(), caller))
                        .orElseThrow(() -> Answers.nothing(past.name() + " then", id));
        var answer = Answers.entity(view.apply(found.state()), found.sequence(), seen);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(Answers.POSITION, position.toString())
                .body(answer.getBody());
    }
}
