package dev.aiwm.query.listing;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.SeenVersion;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers in the manners of the API. */
public final class Answers {
    /** Tells which place of the log an answer shows. */
    public static final String POSITION = "Log-Position";

    private Answers() {}

    /** An entity with its version, or 304 when the caller has it. */
    public static <V> ResponseEntity<V> entity(V view, long version, SeenVersion seen) {
        return entity(view, version, "", seen);
    }

    /**
     * The same of an entity that is shown with something that its version does not cover.
     *
     * @param besides differs when that does; letters and digits
     */
    public static <V> ResponseEntity<V> entity(
            V view, long version, String besides, SeenVersion seen) {
        String tag = ETags.of(version, besides);
        if (ETags.anyMatches(seen.ifNoneMatch(), tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(mayBeKept())
                    .build();
        }
        return ResponseEntity.ok().eTag(tag).cacheControl(mayBeKept()).body(view);
    }

    private static CacheControl mayBeKept() {
        return CacheControl.noCache().cachePrivate();
    }

    /** A page; the next one is a link too. */
    public static <V> ResponseEntity<Page<V>> page(Page<V> page) {
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (page.nextCursor() != null) {
            answer.header(HttpHeaders.LINK, link(next(page)));
        }
        return answer.body(page);
    }

    /** A page of the past; the next one is of the same place of the log, however long ago. */
    public static <V> ResponseEntity<Page<V>> page(Page<V> page, Position at) {
        var answer =
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(POSITION, at.toString());
        if (page.nextCursor() != null) {
            UriComponentsBuilder next = next(page).replaceQueryParam(AsOf.AT);
            answer.header(HttpHeaders.LINK, link(next.replaceQueryParam(AsOf.POSITION, at)));
        }
        return answer.body(page);
    }

    private static UriComponentsBuilder next(Page<?> page) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("page")
                .replaceQueryParam("cursor", page.nextCursor());
    }

    private static String link(UriComponentsBuilder next) {
        return "<" + next.build().toUriString() + ">; rel=\"next\"";
    }

    public static Rejection nothing(String what, String id) {
        return new Rejection(RejectionCode.NOT_FOUND, "there is no " + what + " '" + id + "'");
    }
}
