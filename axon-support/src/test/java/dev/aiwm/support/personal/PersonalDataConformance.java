package dev.aiwm.support.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.user.UserProfile;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What holds wherever keys are kept. */
abstract class PersonalDataConformance {
    private static final UserProfile ADA = new UserProfile("Ada Byron", "ada@example.org");
    private static final UserProfile JOAN = new UserProfile("Joan Clarke", null);

    abstract PersonalKeys keys();

    private PersonalData data() {
        return new PersonalData(keys());
    }

    @Test
    void what_is_sealed_opens_and_is_never_the_same_twice() {
        var sealed = data().seal("ada", ADA);

        assertThat(data().open(sealed, UserProfile.class)).contains(ADA);
        assertThat(data().seal("ada", ADA).content()).isNotEqualTo(sealed.content());
    }

    @Test
    void with_the_key_goes_all_that_it_sealed_of_this_person_and_of_nobody_else() {
        var first = data().seal("ada", ADA);
        var second = data().seal("ada", new UserProfile("Ada Lovelace", null));
        var other = data().seal("joan", JOAN);

        data().erase("ada");
        data().erase("ada");

        assertThat(
                        data().openAll(
                                        Map.of("first", first, "second", second, "other", other),
                                        UserProfile.class))
                .isEqualTo(Map.of("other", JOAN));
    }

    @Test
    void a_new_key_does_not_bring_back_what_was_erased() {
        var erased = data().seal("ada", ADA);
        data().erase("ada");
        var later = data().seal("ada", JOAN);

        assertThat(data().open(erased, UserProfile.class)).isEmpty();
        assertThat(data().open(later, UserProfile.class)).contains(JOAN);
    }

    @Test
    void what_is_sealed_of_one_does_not_open_as_another_ones() {
        var sealed = data().seal("ada", ADA);
        byte[] key = keys().find(List.of("ada")).get("ada");
        keys().add("joan", key);

        assertThat(data().open(new Sealed("joan", sealed.content()), UserProfile.class)).isEmpty();
    }

    @Test
    void the_first_key_stays() {
        var sealed = data().seal("ada", ADA);

        keys().add("ada", new byte[32]);

        assertThat(data().open(sealed, UserProfile.class)).contains(ADA);
    }
}
