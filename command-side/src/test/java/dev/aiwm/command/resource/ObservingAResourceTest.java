package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.RecordNodeLost;
import dev.aiwm.contracts.resource.command.RecordObservation;
import dev.aiwm.contracts.resource.event.ResourceDivergenceAccepted;
import dev.aiwm.contracts.resource.event.ResourceDivergencePolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceRestorationGivenUp;

import org.junit.jupiter.api.Test;

class ObservingAResourceTest extends ResourceSpecification {
    private static final RecordNodeLost NODE_LOST = new RecordNodeLost(RESOURCE, NODE, 1, "silent");
    private static final String UNWELL = "the health check fails";

    @Test
    void a_crash_is_seen() {
        given(running(new ResourceDivergencePolicyChosen(RESOURCE, OnDivergence.ACCEPT)))
                .when(observe(ObservedState.FAILED))
                .then(
                        observed(ObservedState.FAILED),
                        new ResourceDivergenceAccepted(
                                RESOURCE, WantedState.STOPPED, "it was seen failed"));
    }

    @Test
    void what_is_known_already_is_no_news() {
        given(running()).when(observe(ObservedState.RUNNING)).thenNothing();
    }

    @Test
    void a_crash_seen_twice_is_news_once() {
        given(running(observed(ObservedState.FAILED)))
                .when(observe(ObservedState.FAILED))
                .thenNothing();
    }

    @Test
    void what_is_odd_about_it_is_news_once_and_again_when_it_is_over() {
        given(running()).when(observe(remark(UNWELL))).then(observed(remark(UNWELL)));
        given(running(observed(remark(UNWELL)))).when(observe(remark(UNWELL))).thenNothing();
        given(running(observed(remark(UNWELL))))
                .when(observe(ObservedState.RUNNING))
                .then(observed(ObservedState.RUNNING));
    }

    @Test
    void what_else_is_odd_about_it_is_news_too() {
        given(running(observed(remark(UNWELL))))
                .when(observe(remark("the container was renamed to other")))
                .then(observed(remark("the container was renamed to other")));
    }

    @Test
    void what_is_odd_changes_nothing_about_what_is_wanted() {
        given(running(observed(ObservedState.FAILED), new ResourceRestorationGivenUp(RESOURCE, 3)))
                .when(observe(new Observation(ObservedState.FAILED, null, UNWELL, NOW)))
                .then(observed(new Observation(ObservedState.FAILED, null, UNWELL, NOW)));
    }

    @Test
    void while_something_is_under_way_its_own_reports_tell() {
        given(running(stopRequested(SECOND))).when(observe(ObservedState.STOPPED)).thenNothing();
    }

    @Test
    void a_deleted_resource_is_not_observed() {
        given(running(deletionRequested(SECOND, false, null), deleted(SECOND)))
                .when(observe(ObservedState.RUNNING))
                .thenNothing();
    }

    @Test
    void an_observation_from_another_node_is_rejected() {
        given(running())
                .when(
                        new RecordObservation(
                                RESOURCE, NodeId.of("other"), 1, seen(ObservedState.FAILED), null))
                .thenRejected(RejectionCode.WRONG_NODE);
    }

    @Test
    void a_resource_is_lost_with_its_node() {
        given(running()).when(NODE_LOST).then(lost());
    }

    @Test
    void it_is_lost_once() {
        given(running(lost())).when(NODE_LOST).thenNothing();
    }

    @Test
    void what_waits_for_its_node_is_not_lost_with_it() {
        given(created()).when(NODE_LOST).thenNothing();
    }

    @Test
    void another_node_that_is_lost_does_not_matter() {
        given(running())
                .when(new RecordNodeLost(RESOURCE, NodeId.of("other"), 1, "silent"))
                .thenNothing();
    }

    @Test
    void a_lost_resource_comes_back_as_it_is_seen() {
        given(running(lost()))
                .when(observe(ObservedState.RUNNING))
                .then(observed(ObservedState.RUNNING));
    }

    @Test
    void a_lost_resource_comes_back_also_while_something_is_under_way() {
        given(running(stopRequested(SECOND), lost()))
                .when(observe(ObservedState.RUNNING))
                .then(observed(ObservedState.RUNNING));
    }

    @Test
    void an_agent_that_does_not_know_says_nothing_new() {
        given(running()).when(observe(ObservedState.UNKNOWN)).thenNothing();
    }

    private static Observation remark(String words) {
        return new Observation(ObservedState.RUNNING, null, words, NOW);
    }
}
