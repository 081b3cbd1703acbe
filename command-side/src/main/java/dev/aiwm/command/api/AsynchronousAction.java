package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the answers to an action that goes on after the answer. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "It was so already, or it ended while the client waited",
        content = @Content(schema = @Schema(implementation = ActionAnswer.class)))
@ApiResponse(
        responseCode = "202",
        description = "The work has begun",
        headers =
                @Header(
                        name = "Location",
                        description = "The execution that does the work",
                        schema = @Schema(type = "string")),
        content = @Content(schema = @Schema(implementation = ActionAnswer.class)))
public @interface AsynchronousAction {}
