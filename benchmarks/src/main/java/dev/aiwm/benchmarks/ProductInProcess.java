package dev.aiwm.benchmarks;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.ArrayList;
import java.util.Locale;

/** The product in this very process, where its parts can be measured by themselves. */
final class ProductInProcess implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private ProductInProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On the data of one that ran as a process of its own. */
    static ProductInProcess on(Run run, Product product) {
        var settings = new ArrayList<String>();
        settings.add("--server.port=0");
        settings.add("--logging.level.root=ERROR");
        settings.add("--aiwm.data=" + product.data());
        product.environment()
                .forEach((name, value) -> settings.add("--" + property(name) + "=" + value));
        System.clearProperty("logback.configurationFile");
        var context =
                new SpringApplicationBuilder(dev.aiwm.standalone.Main.class)
                        .bannerMode(Banner.Mode.OFF)
                        .run(settings.toArray(String[]::new));
        return run.keep(new ProductInProcess(context));
    }

    /** As Boot names what stands in the environment. */
    private static String property(String variable) {
        return switch (variable) {
            case "AIWM_ADMIN_PASSWORD" -> "aiwm.admin-password";
            case "AIWM_MASTER_KEY" -> "aiwm.master-key";
            case "AIWM_PROOF_KEY" -> "aiwm.proof-key";
            case "AIWM_NODE" -> "aiwm.local-node.kind";
            case "JWT_SECRET" -> "aiwm.jwt-secret";
            default -> variable.toLowerCase(Locale.ROOT).replace('_', '.');
        };
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
