package dev.aiwm.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.protocol.Envelope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written and read today is what was agreed on. */
class ApprovedContractsTest {
    private static final Pattern SECRET =
            Pattern.compile(
                    "\"(\\w*(?i:password|secret|credential)\\w*|token)\" : \"(?!vault:)[^\"]*\"");

    static Stream<Class<?>> everyType() {
        return Stream.concat(
                Stream.of(Envelope.class),
                Stream.of(Families.EVENTS, Families.PROTOCOL, Families.UNIONS)
                        .flatMap(Families::casesOf));
    }

    static Stream<Class<?>> everyCommand() {
        return Families.casesOf(Families.COMMANDS);
    }

    static Stream<Class<?>> everyEvent() {
        return Families.casesOf(Families.EVENTS);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void is_written_as_approved(Class<?> type) {
        assertThat(ContractJson.pretty(SampleValues.of(type))).isEqualTo(Approved.read(type));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void is_read_as_approved(Class<?> type) {
        var read = ContractJson.MAPPER.readValue(Approved.read(type), type);

        assertThat(read).isEqualTo(SampleValues.of(type));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void an_unknown_field_is_ignored(Class<?> type) {
        var json = object(type);
        json.put("madeUpLater", "something");

        assertThat(ContractJson.MAPPER.treeToValue(json, type)).isEqualTo(SampleValues.of(type));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void an_event_without_one_of_its_fields_cannot_be_read(Class<?> type) {
        for (var field : object(type).propertyNames()) {
            var json = object(type);
            json.remove(field);

            assertThatThrownBy(() -> ContractJson.MAPPER.treeToValue(json, type))
                    .as("%s without %s", type.getSimpleName(), field)
                    .isInstanceOf(JacksonException.class);
        }
    }

    /**
     * Commands are never stored and both ends are of one release, so nobody approves their JSON.
     */
    @ParameterizedTest
    @MethodSource("everyCommand")
    void a_command_is_read_as_it_was_written(Class<?> type) {
        var command = SampleValues.of(type);

        String json = ContractJson.MAPPER.writeValueAsString(command);

        assertThat(ContractJson.MAPPER.readValue(json, type)).isEqualTo(command);
    }

    @Test
    void every_approved_file_belongs_to_a_type_and_a_revision_up_to_its_own() {
        var known = new TreeSet<String>();
        everyType().forEach(type -> known.add(withoutRevision(Approved.fileOf(type))));

        assertThat(Approved.all()).allMatch(file -> known.contains(withoutRevision(file)));
    }

    @Test
    void no_approved_file_shows_a_secret() throws IOException {
        for (var file : Approved.all()) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(SECRET);
        }
    }

    @Test
    void the_search_for_secrets_finds_one() {
        assertThat(
                        List.of(
                                "\"password\" : \"hunter2\"",
                                "\"apiSecret\" : \"x\"",
                                "\"token\" : \"t\""))
                .allMatch(text -> SECRET.matcher(text).find());
    }

    private static ObjectNode object(Class<?> type) {
        return (ObjectNode) ContractJson.MAPPER.readTree(Approved.read(type));
    }

    private static String withoutRevision(Path file) {
        return file.toString().replaceFirst("\\.v\\d+\\.json$", "");
    }
}
