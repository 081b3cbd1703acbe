package dev.aiwm.web.request;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Refuses JSON with a string that is no plain text, whatever the body is read into afterwards. What
 * else is wrong with it whoever reads it will say.
 */
@ControllerAdvice
final class PlainBodies extends RequestBodyAdviceAdapter {
    private static final Logger LOGGER = LoggerFactory.getLogger(PlainBodies.class);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        try (JsonParser json = parserOf(body, message.getHeaders().getContentType())) {
            check(json);
        } catch (JacksonException e) {
            LOGGER.debug("A body is no JSON: {}", e.getClass().getSimpleName());
        }
        return new Whole(message.getHeaders(), new ByteArrayInputStream(body));
    }

    /** As the converter does it: JSON tells by itself which encoding of Unicode it has. */
    private static JsonParser parserOf(byte[] body, MediaType type) {
        Charset charset = type == null ? null : type.getCharset();
        boolean told =
                charset != null
                        && !charset.name().startsWith("UTF-")
                        && !charset.equals(StandardCharsets.US_ASCII);
        return told ? JSON.createParser(new String(body, charset)) : JSON.createParser(body);
    }

    private static void check(JsonParser json) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            TokenStreamContext place = json.streamReadContext();
            if (token == JsonToken.PROPERTY_NAME && !PlainText.is(json.currentName())) {
                // the name itself could not be answered either
                throw refusal(place.getParent(), "has a name that " + PlainText.RULE);
            }
            if (token == JsonToken.VALUE_STRING && !PlainText.is(json.getString())) {
                throw refusal(place, PlainText.RULE);
            }
        }
    }

    private static Rejection refusal(TokenStreamContext place, String message) {
        String pointer = place.pathAsPointer().toString();
        return InvalidRequest.of(new FieldError(pointer, FieldError.INVALID, message));
    }

    /** A body that was read already. */
    private record Whole(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
