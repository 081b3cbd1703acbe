/**
 * That the log is what it was: a chain of hashes over the order of all events, made by a follower
 * of the log, signed checkpoints of it, both kept apart from the log, and what compares the two.
 */
package dev.aiwm.query.proof;
