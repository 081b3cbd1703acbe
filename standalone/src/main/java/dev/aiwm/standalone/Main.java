package dev.aiwm.standalone;

import dev.aiwm.command.CommandSide;
import dev.aiwm.query.QuerySide;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Everything in one process on embedded stores. */
@SpringBootApplication(scanBasePackages = "dev.aiwm.standalone")
@ConfigurationPropertiesScan
@Import({CommandSide.class, QuerySide.class})
public class Main {
    public static void main(String[] arguments) {
        var application = new SpringApplication(Main.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(defaults(arguments));
        application.addListeners(new PreparedBeans());
        application.run(arguments);
    }

    /**
     * What a process of its own assumes unless it is told otherwise; the names are those users set.
     */
    static Map<String, Object> defaults(String... arguments) {
        var defaults = new HashMap<String, Object>();
        defaults.put("server.port", "${PORT:3003}");
        defaults.put("aiwm.data", "${AIWM_DATA:./data}");
        defaults.put("aiwm.store", "${AIWM_STORE:embedded}");
        defaults.put("aiwm.local-node.kind", "${AIWM_NODE:simulated}");
        // in a folder of its own making each start that ends suddenly would leave another behind
        defaults.put("server.tomcat.basedir", "${aiwm.data}/web");
        // it tells of every attempt to reach an engine that is not there
        defaults.put("logging.level.com.github.dockerjava", "warn");
        defaults.put("aiwm.local-node.demo", Arrays.asList(arguments).contains("--demo"));
        return defaults;
    }
}
