package dev.aiwm.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.contracts.Rejection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

class LoggingInTest {

    @Test
    void the_configured_password_lets_the_administrator_in() {
        var admin = new LocalAdmin(new MockEnvironment().withProperty("aiwm.admin-password", "pw"));

        assertThat(admin.recognise("admin", "pw"))
                .hasValueSatisfying(caller -> assertThat(caller.isAdmin()).isTrue());
        assertThat(admin.recognise("admin", "wrong")).isEmpty();
        assertThat(admin.recognise("root", "pw")).isEmpty();
        assertThat(admin.takeNewPassword()).isEmpty();
    }

    @Test
    void the_first_start_makes_a_password_shows_it_once_and_keeps_only_a_hash(@TempDir Path data)
            throws IOException {
        var environment = new MockEnvironment().withProperty("aiwm.data", data.toString());

        var first = new LocalAdmin(environment);
        String password = first.takeNewPassword().orElseThrow();
        assertThat(first.takeNewPassword()).isEmpty();
        assertThat(first.recognise("admin", password)).isPresent();

        var later = new LocalAdmin(environment);
        assertThat(later.takeNewPassword()).isEmpty();
        assertThat(later.recognise("admin", password)).isPresent();
        assertThat(later.recognise("admin", password + "x")).isEmpty();
        Path file = data.resolve("admin-password");
        assertThat(Files.readString(file)).doesNotContain(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void among_other_processes_no_password_is_made_up(@TempDir Path data) {
        var admin =
                new LocalAdmin(
                        new MockEnvironment()
                                .withProperty("aiwm.store", "jdbc")
                                .withProperty("aiwm.data", data.toString()));

        assertThat(admin.recognise("admin", "")).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void trying_passwords_out_is_slowed_down() {
        var clock = SettableClock.atNoon();
        var attempts = new LoginAttempts(clock);
        for (int i = 0; i < 10; i++) {
            attempts.requireFewFailures("1.2.3.4");
            attempts.failed("1.2.3.4");
        }

        assertThatThrownBy(() -> attempts.requireFewFailures("1.2.3.4"))
                .isInstanceOf(Rejection.class);
        assertThatCode(() -> attempts.requireFewFailures("5.6.7.8")).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(61));
        assertThatCode(() -> attempts.requireFewFailures("1.2.3.4")).doesNotThrowAnyException();
    }
}
