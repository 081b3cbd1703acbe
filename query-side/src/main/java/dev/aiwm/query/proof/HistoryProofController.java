package dev.aiwm.query.proof;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.proof.HistoryProof;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.resource.ResourceQueries;
import dev.aiwm.web.identity.Caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Proof of one resource's history. */
@RestController
@Tag(name = "Resources")
class HistoryProofController {
    private final Proofs proofs;
    private final ResourceQueries resources;

    HistoryProofController(Proofs proofs, ResourceQueries resources) {
        this.proofs = proofs;
        this.resources = resources;
    }

    @GetMapping("/api/resources/{id}/proof")
    @Operation(
            operationId = "getResourceProof",
            summary = "Get the proof of a resource's history",
            description =
                    "Its events as they are stored, each with the hashes that lead from it to the"
                            + " root of a signed checkpoint. Newer events than the last checkpoint"
                            + " have none yet.")
    HistoryProof proof(@PathVariable String id, Caller caller) {
        ResourceId resource =
                Words.id(id, ResourceId::of).orElseThrow(() -> Answers.nothing("resource", id));
        ResourceState state = resources.states(List.of(resource.value())).get(resource.value());
        if (state == null || !caller.maySee(state.owner())) {
            throw Answers.nothing("resource", id);
        }
        return proofs.ofHistory(resource.toString());
    }
}
