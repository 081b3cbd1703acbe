package dev.aiwm.e2e;

import static dev.aiwm.e2e.EdgeTemplate.Side.COMMAND;
import static dev.aiwm.e2e.EdgeTemplate.Side.QUERY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.e2e.EdgeTemplate.Side;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What the edge proxy sends where, compared with what the controllers of each side answer. */
class RoutesOfTheEdgeTest {
    private static final String API = "/api";

    private final EdgeTemplate edge = new EdgeTemplate();

    /** Reads mappings as Spring does, without starting anything. */
    private static final class Mappings extends RequestMappingHandlerMapping {
        private Mappings() {
            setApplicationContext(new StaticApplicationContext());
            afterPropertiesSet();
        }

        private Set<String> of(String basePackage) {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
            var routes = new TreeSet<String>();
            for (var found : scanner.findCandidateComponents(basePackage)) {
                var type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
                MethodIntrospector.selectMethods(type, (Method m) -> getMappingForMethod(m, type))
                        .values()
                        .forEach(info -> addRequests(info, routes));
            }
            return routes;
        }

        /** An example of each request that it answers. */
        private static void addRequests(RequestMappingInfo info, Set<String> routes) {
            var methods = EnumSet.noneOf(RequestMethod.class);
            methods.addAll(info.getMethodsCondition().getMethods());
            if (methods.contains(RequestMethod.GET)) {
                methods.add(RequestMethod.HEAD);
            }
            for (var pattern : info.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^/]+}", "a-name_1.b") + from(info);
                methods.forEach(method -> routes.add(method + " " + path));
            }
        }

        private static String from(RequestMappingInfo info) {
            return info.getParamsCondition().getExpressions().stream()
                            .anyMatch(it -> it.getName().equals("from") && !it.isNegated())
                    ? "?from"
                    : "";
        }
    }

    @Test
    void every_request_reaches_the_side_that_answers_it() {
        var mappings = new Mappings();
        var commands = mappings.of("dev.aiwm.command");
        var queries = mappings.of("dev.aiwm.query");
        assertThat(commands).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(queries);
        assertThat(queries).hasSizeGreaterThan(20);
        assertThat(misled(commands, COMMAND)).isEmpty();
        assertThat(misled(queries, QUERY)).isEmpty();
    }

    @Test
    void agents_reach_command_side_and_pages_come_from_query_side() {
        assertThat(edge.sideOf("GET", "/ws/node")).isEqualTo(COMMAND);
        assertThat(edge.sideOf("POST", "/api/auth/login")).isEqualTo(COMMAND);
        for (var path : new String[] {"/", "/index.html", "/assets/a.js", "/resources/r/edit"}) {
            assertThat(edge.sideOf("GET", path)).isEqualTo(QUERY);
        }
    }

    @Test
    void what_both_sides_answer_is_read_from_query_side() {
        var both = new Mappings().of("dev.aiwm.web");
        assertThat(both).contains("GET /api/health", "GET /metrics");
        assertThat(misled(both, QUERY)).isEmpty();
    }

    @Test
    void a_live_path_that_was_forgotten_would_be_noticed() {
        assertThat(misled(Set.of("GET /api/resources/r/forgotten"), COMMAND)).isNotEmpty();
        assertThat(misled(Set.of("POST /api/admin/other"), QUERY)).isNotEmpty();
    }

    /** Requests that would go to the other side, under one of their two names. */
    private Set<String> misled(Set<String> requests, Side side) {
        var misled = new TreeSet<String>();
        for (var request : requests) {
            int space = request.indexOf(' ');
            var method = request.substring(0, space);
            var path = request.substring(space + 1);
            if (edge.sideOf(method, path) != side) {
                misled.add(request);
            }
            boolean hasAlias = path.startsWith(API + "/");
            if (hasAlias && edge.sideOf(method, path.substring(API.length())) != side) {
                misled.add(request + " without " + API);
            }
        }
        return misled;
    }
}
