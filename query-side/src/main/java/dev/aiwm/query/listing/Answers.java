package dev.aiwm.query.listing;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.SeenVersion;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers in the manners of the API. */
public final class Answers {
    private Answers() {}

    /** An entity with its version, or 304 when the caller has it. */
    public static <V> ResponseEntity<V> entity(V view, long version, SeenVersion seen) {
        String tag = ETags.of(version);
        if (ETags.anyMatches(seen.ifNoneMatch(), version)) {
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
            String next =
                    ServletUriComponentsBuilder.fromCurrentRequest()
                            .scheme(null)
                            .host(null)
                            .port(null)
                            .replaceQueryParam("page")
                            .replaceQueryParam("cursor", page.nextCursor())
                            .build()
                            .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(page);
    }

    public static Rejection nothing(String what, String id) {
        return new Rejection(RejectionCode.NOT_FOUND, "there is no " + what + " '" + id + "'");
    }
}
