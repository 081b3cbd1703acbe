package dev.aiwm.query.audit;

import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.stream.Owners;
import dev.aiwm.query.user.UserNames;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.TrailParameters;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.io.IOException;

/** Trails in the form that was asked for. The answer is null when all has been written already. */
@Component
class TrailAnswers {
    private final Entries entries;
    private final Owners owners;
    private final UserNames names;

    TrailAnswers(Entries entries, Owners owners, UserNames names) {
        this.entries = entries;
        this.owners = owners;
        this.names = names;
    }

    <S> ResponseEntity<TrailPage> history(
            Past<S> past,
            String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var newest = past.visible(id, caller).orElseThrow(() -> Answers.nothing(past.name(), id));
        var walk = new History<>(past, id, newest.sequence(), caller, wish, entries, owners);
        return of(walk, wish, caller, response);
    }

    ResponseEntity<TrailPage> of(
            Walk walk, TrailParameters wish, Caller caller, HttpServletResponse response)
            throws IOException {
        var named = new NamedWalk(walk, names, caller);
        if (wish.form() != TrailParameters.Form.JSON) {
            new Lines(entries, wish.form()).write(wish, named, response);
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Pages.page(wish, named));
    }
}
