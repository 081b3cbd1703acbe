package dev.aiwm.web.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.Rejection;

import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares(4, "calls");

    @Test
    void one_organisation_leaves_half_to_the_others() {
        take("loud", 2);

        assertThatThrownBy(() -> shares.take("loud"))
                .isInstanceOf(Rejection.class)
                .hasMessage("your organisation has its share, 2 of 4 calls");
        assertThatCode(() -> take("quiet", 2)).doesNotThrowAnyException();
    }

    @Test
    void all_together_have_no_more_than_there_is() {
        take("one", 2);
        take("two", 2);

        assertThatThrownBy(() -> shares.take("three"))
                .isInstanceOf(Rejection.class)
                .hasMessage("all 4 calls are taken");
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        take("one", 2);
        take("two", 2);
        shares.giveBack("two");

        assertThatCode(() -> shares.take("three")).doesNotThrowAnyException();
        assertThatThrownBy(() -> shares.take("two")).isInstanceOf(Rejection.class);
    }

    @Test
    void what_cannot_be_halved_is_not_out_of_reach() {
        assertThatCode(() -> new Shares(1, "calls").take("one")).doesNotThrowAnyException();
    }

    private void take(String orgId, int times) {
        for (int i = 0; i < times; i++) {
            shares.take(orgId);
        }
    }
}
