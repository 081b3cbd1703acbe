package dev.aiwm.web.openapi;

import dev.aiwm.contracts.RejectionCode;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import java.util.Arrays;

/** Schemas that cannot be read off a type. */
@SuppressWarnings("unchecked") // Swagger builders return raw types
final class Schemas {
    static final String PROBLEM = "Problem";
    static final String PROBLEM_REF = "#/components/schemas/" + PROBLEM;

    private Schemas() {}

    static Schema<?> secret() {
        return new StringSchema()
                .description(
                        "A secret: taken in plain text, kept encrypted, shown as `***`. In a PATCH"
                                + " an absent secret is kept and null deletes it; `***` is refused.");
    }

    static Schema<?> environmentValue() {
        Schema<?> marked =
                new ObjectSchema()
                        .addProperty("value", new StringSchema())
                        .addProperty("secret", new BooleanSchema())
                        .addRequiredItem("value")
                        .addRequiredItem("secret")
                        .description("Text that is a secret whatever the name of the variable is");
        return new Schema<>()
                .description(
                        "Text, or text marked as a secret. Variables whose name looks like that of"
                                + " a secret (PASSWORD, TOKEN, ...) hold secrets. Shown as `***`.")
                .addOneOfItem(new StringSchema())
                .addOneOfItem(marked);
    }

    static Schema<?> problem() {
        Schema<?> error =
                new ObjectSchema()
                        .addProperty("pointer", text("JSON pointer of the field, or ?parameter"))
                        .addProperty("code", new StringSchema())
                        .addProperty("message", new StringSchema())
                        .addRequiredItem("pointer")
                        .addRequiredItem("code")
                        .addRequiredItem("message");
        var code = new StringSchema();
        Arrays.stream(RejectionCode.values()).map(Enum::name).forEach(code::addEnumItem);
        return new ObjectSchema()
                .description(
                        "RFC 9457. Further members name what stood in the way, for example"
                                + " `holder`, `currentState`, `allowedActions`.")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", code)
                .addProperty("correlationId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error))
                .addRequiredItem("type")
                .addRequiredItem("title")
                .addRequiredItem("status")
                .addRequiredItem("code");
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}
