package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** The last lines of a resource (R030). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogsAnswer(String resourceId, List<LogEntry> logs, String note) {}
