package dev.aiwm.cli.audit;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.view.Kind;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Finds what has a past by what a user calls it. */
final class Subjects {
    static final String WORDS = "a resource, unless another kind is named";

    private Subjects() {}

    /** The path of the entity. */
    static String path(Api api, List<String> words) {
        var kind = words.size() == 1 ? Kind.RESOURCES : Kind.of(words.get(0));
        var reference = words.get(words.size() - 1);
        return switch (kind) {
            case RESOURCES -> kind.path() + "/" + resource(api, reference);
            case NODES, EXECUTIONS, BULK_OPERATIONS, SCHEDULES, USERS ->
                    kind.path() + "/" + part(reference);
            default ->
                    throw Trouble.usage(
                            kind.plural() + " have no past here", "see: aiwm audit history --help");
        };
    }

    /** The id. What was deleted keeps its past: its name is good too, when nothing has it now. */
    static String resource(Api api, String reference) {
        try {
            return Names.id(api, reference);
        } catch (Trouble e) {
            if (e.exitCode() != ExitCode.NOT_FOUND) {
                throw e;
            }
            var query = new Query().with("name", reference).with("includeDeleted", true);
            List<JsonNode> deleted = api.list(Kind.RESOURCES.path(), query, 2);
            if (deleted.size() != 1) {
                throw e;
            }
            return text(deleted.get(0).path("_id"));
        }
    }
}
