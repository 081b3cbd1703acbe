package dev.aiwm.command.token;

import dev.aiwm.contracts.NodeId;

import java.time.Duration;

/** Tokens that let an agent in as one node (R086, R087). */
public interface NodeTokens {

    /**
     * Makes a token and has the node remember that it was made; the token itself is kept nowhere.
     *
     * @throws dev.aiwm.contracts.Rejection when there is no such node, or for no sensible validity
     */
    IssuedToken issue(NodeId node, Duration validFor, String description);

    /**
     * Who a token is for, when we made it for an agent and it has not expired. Whether it was
     * revoked is for the node to say, when the agent connects.
     *
     * @throws dev.aiwm.contracts.Rejection UNAUTHENTICATED otherwise
     */
    VerifiedToken verify(String token);
}
