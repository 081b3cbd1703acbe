package dev.aiwm.query.projection;

import dev.aiwm.support.projection.ProjectionCheck;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.Locale;

/** A read model compared with a fold of the log from nothing. */
record ProjectionCheckView(
        String name,
        int generation,
        @Schema(description = "Opaque; up to here the model had every event") String position,
        @Schema(description = "Documents that were compared") long documents,
        boolean same,
        @Schema(description = "How many documents differ") long differing,
        @Schema(description = "The first hundred of these") List<DifferenceView> differences) {

    ProjectionCheckView {
        differences = List.copyOf(differences);
    }

    /** A document that is not what its events add up to. */
    record DifferenceView(
            String id,
            @Schema(allowableValues = {"differs", "behind", "missing", "extra"}) String kind,
            List<String> fields) {
        DifferenceView {
            fields = List.copyOf(fields);
        }
    }

    static ProjectionCheckView of(ProjectionCheck check) {
        return new ProjectionCheckView(
                check.name(),
                check.generation(),
                check.position().toString(),
                check.documents(),
                check.differing() == 0,
                check.differing(),
                check.differences().stream()
                        .map(
                                it ->
                                        new DifferenceView(
                                                it.id(),
                                                it.kind().name().toLowerCase(Locale.ROOT),
                                                it.fields()))
                        .toList());
    }
}
