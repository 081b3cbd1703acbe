/**
 * What is asked of a node while somebody waits: logs, programs, consoles, figures. Nothing of it is
 * recorded.
 */
package dev.aiwm.command.live;
