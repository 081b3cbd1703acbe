package dev.aiwm.support.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class UnhurriedTokensTest {
    private static final String NAME = "nodes@1";
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch last = new CountDownLatch(1);

    private final TokenStore stored =
            new InMemoryTokenStore() {
                @Override
                public void storeToken(TrackingToken token, String processor, int segment) {
                    super.storeToken(token, processor, segment);
                    if (token.equals(at(1_000))) {
                        last.countDown();
                    }
                }
            };

    private final TokenStore tokens = UnhurriedTokens.of(stored, timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    @Test
    void the_first_is_written_at_once_and_the_newest_in_the_end() throws InterruptedException {
        tokens.storeToken(at(1), NAME, 0);
        assertThat(stored.fetchToken(NAME, 0)).isEqualTo(at(1));
        for (int position = 2; position <= 1_000; position++) {
            tokens.storeToken(at(position), NAME, 0);
        }
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stored.fetchToken(NAME, 0)).isEqualTo(at(1_000));
    }

    @Test
    void segments_do_not_wait_for_one_another() {
        tokens.storeToken(at(1), NAME, 0);
        tokens.storeToken(at(2), NAME, 1);
        assertThat(stored.fetchToken(NAME, 1)).isEqualTo(at(2));
    }

    @Test
    void who_lets_go_of_a_segment_leaves_the_newest() {
        tokens.storeToken(at(1), NAME, 0);
        tokens.storeToken(at(2), NAME, 0);
        tokens.storeToken(at(3), NAME, 0);
        tokens.releaseClaim(NAME, 0);
        assertThat(stored.fetchToken(NAME, 0)).isEqualTo(at(3));
    }
}
