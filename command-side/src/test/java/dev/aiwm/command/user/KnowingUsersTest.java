package dev.aiwm.command.user;

import dev.aiwm.command.sample.Rejected;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.command.DescribeUser;
import dev.aiwm.contracts.user.command.EraseUser;
import dev.aiwm.contracts.user.event.UserDescribed;
import dev.aiwm.contracts.user.event.UserErased;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class KnowingUsersTest {
    private static final UserId USER = UserId.of("65a1b2c3d4e5f60718293a4b");
    private static final Sealed ADA = new Sealed(USER.value(), "YWRh");
    private static final Sealed LOVELACE = new Sealed(USER.value(), "bG92ZWxhY2U=");
    private static final long ANY = -1;

    private final AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);

    private static UserDescribed described(Sealed profile) {
        return new UserDescribed(USER, "org-1", profile);
    }

    private static DescribeUser describe(Sealed profile, long expected) {
        return new DescribeUser(USER, "org-1", profile, expected);
    }

    @Test
    void it_is_told_who_someone_is_and_told_otherwise_later() {
        fixture.givenNoPriorActivity().when(describe(ADA, ANY)).expectEvents(described(ADA));
        new AggregateTestFixture<>(User.class)
                .given(described(ADA))
                .when(describe(LOVELACE, 0))
                .expectEvents(described(LOVELACE));
    }

    @Test
    void what_is_known_already_is_no_news() {
        fixture.given(described(ADA)).when(describe(ADA, ANY)).expectNoEvents();
    }

    @Test
    void what_has_changed_since_it_was_read_stays() {
        fixture.given(described(ADA), described(LOVELACE))
                .when(describe(ADA, 0))
                .expectNoEvents()
                .expectException(Rejected.with(RejectionCode.VERSION_MISMATCH));
    }

    @Test
    void nobody_changes_the_organisation() {
        fixture.given(described(ADA))
                .when(new DescribeUser(USER, "org-2", ADA, ANY))
                .expectNoEvents()
                .expectException(Rejected.with(RejectionCode.ILLEGAL_TRANSITION));
    }

    @Test
    void someone_is_erased_once() {
        fixture.given(described(ADA))
                .when(new EraseUser(USER, 0))
                .expectEvents(new UserErased(USER));
        new AggregateTestFixture<>(User.class)
                .given(described(ADA), new UserErased(USER))
                .when(new EraseUser(USER, 0))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void who_has_changed_since_is_not_erased() {
        fixture.given(described(ADA), described(LOVELACE))
                .when(new EraseUser(USER, 0))
                .expectException(Rejected.with(RejectionCode.VERSION_MISMATCH));
    }

    @Test
    void who_was_erased_is_never_described_again() {
        fixture.given(described(ADA), new UserErased(USER))
                .when(describe(LOVELACE, ANY))
                .expectNoEvents()
                .expectException(Rejected.with(RejectionCode.ILLEGAL_TRANSITION));
    }
}
