package dev.aiwm.web.openapi;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.ListParameters;
import dev.aiwm.web.request.Prefer;
import dev.aiwm.web.request.SeenVersion;
import dev.aiwm.web.request.TrailParameters;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** {@code /api-docs} and {@code /api-docs.json}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {
    static final String SECURITY = "bearer";
    private static final String DESCRIPTION =
            """
            Virtual machines, containers and inference on GPU servers.

            Every path below `/api` also answers without that prefix. Lists answer \
            `{items, total, page, limit, nextCursor}`. Every entity carries its version as `ETag`; \
            changes honour `If-Match`. Work that takes time answers 201 or 202 and names its \
            execution, or waits for its end with `Prefer: wait=N`. Every refusal is a problem \
            document (RFC 9457) with a stable `code`. A `POST` with an `Idempotency-Key` is done \
            once: the same key with the same body answers the same for 24 hours, with another body \
            422, while the first is still running 409.\
            """;

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class,
                        IfMatch.class,
                        Prefer.class,
                        ListParameters.class,
                        SeenVersion.class,
                        AsOf.class,
                        TrailParameters.class)
                .replaceWithSchema(ResourceId.class, new StringSchema().pattern("[0-9a-fA-F]{24}"))
                .replaceWithSchema(ExecutionId.class, new StringSchema().pattern("[0-9a-fA-F]{24}"))
                .replaceWithSchema(NodeId.class, new StringSchema().pattern("[A-Za-z0-9._-]{1,64}"))
                .replaceWithSchema(SecretRef.class, Schemas.secret())
                .replaceWithSchema(EnvironmentValue.class, Schemas.environmentValue());
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("AIWM")
                                .version("1")
                                .description(DESCRIPTION)
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList(SECURITY))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        SECURITY,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")));
    }

    @Bean
    OperationCustomizer commonParameters() {
        return new CommonParameters();
    }

    @Bean
    GlobalOpenApiCustomizer commonAnswers(JsonMapper json) {
        var answers = new CommonAnswers();
        var examples = new ExampleFiles(json);
        return document -> {
            document.setServers(List.of(new Server().url("/")));
            Unions.addTo(document);
            RequestValues.restrict(document);
            answers.addTo(document);
            examples.addTo(document);
        };
    }
}
