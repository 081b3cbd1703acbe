package dev.aiwm.query.portal;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

import java.time.Duration;
import java.util.List;

/**
 * The portal's pages. Files named by their content are kept for ever; the page that names them is
 * asked for anew each time. Their times are useless for that: a reproducible build gives all files
 * the same, so the page is recognised by its content.
 */
@Configuration(proxyBeanMethods = false)
class PortalFiles implements WebMvcConfigurer {
    static final String FILES = "META-INF/resources/";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(new ClassPathResource(FILES + "assets/"))
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(new ClassPathResource(FILES))
                .setUseLastModified(false)
                .setEtagGenerator(PortalFiles::tag)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new Pages());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PageSecurity());
    }

    private static String tag(Resource resource) {
        return '"' + ContentTags.of(resource) + '"';
    }

    /** Addresses inside the page lead to the page; the API's do not. */
    static final class Pages extends PathResourceResolver {
        private static final List<String> NOT_PAGES =
                List.of("api", "api-docs", "api-docs.json", "swagger-ui", "webjars", "ws", "error");

        @Override
        protected Resource getResource(String path, Resource location) throws java.io.IOException {
            Resource file = super.getResource(path, location);
            if (file != null && file.isReadable()) {
                return file;
            }
            String root = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            boolean page = !NOT_PAGES.contains(root) && !path.contains(".") || path.equals(INDEX);
            return page ? index() : null;
        }
    }

    static final String INDEX = "index.html";

    /** The portal's page, or a plain one when the portal was built without its pages. */
    static Resource index() {
        var built = new ClassPathResource(FILES + INDEX);
        return built.exists() ? built : new ClassPathResource("dev/aiwm/query/portal/plain.html");
    }
}
