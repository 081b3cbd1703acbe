package dev.aiwm.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** query-side as a process of its own. */
@EnableAutoConfiguration
@Import(QuerySide.class)
public class QuerySideMain {
    public static void main(String[] arguments) {
        SpringApplication.run(QuerySideMain.class, arguments);
    }
}
