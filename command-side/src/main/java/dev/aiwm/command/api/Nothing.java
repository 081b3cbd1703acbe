package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** A body that says nothing; clients send it where others take options. */
@Schema(name = "Nothing")
record Nothing() {}
