package dev.aiwm.web.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

import tools.jackson.databind.json.JsonMapper;

/** Every refusal and every failure is a problem document. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ProblemAutoConfiguration {

    @Bean
    Failures failures(ObjectProvider<RejectionSource> sources) {
        return new Failures(sources);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemAdvice problemAdvice(Failures failures) {
        return new ProblemAdvice(failures);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemWriter writer, Failures failures) {
        return new ProblemErrorController(writer, failures);
    }

    /** The innermost valve of its kind reports first, so this one is added last. */
    @Bean
    @Order
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems(
            ObjectProvider<ProblemWriter> writer) {
        return tomcat ->
                tomcat.addContextCustomizers(
                        context ->
                                context.getParent()
                                        .getPipeline()
                                        .addValve(new ContainerProblems(writer.getObject())));
    }
}
