package dev.aiwm.cli.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** What the JDK's old client cannot do. */
public final class ModernClient {
    private ModernClient() {}

    /** A client for this address; one without TLS does not read the JDK's certificates. */
    public static HttpClient of(URI address) {
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (!address.getScheme().endsWith("s")) {
            builder.sslContext(trustNobody());
        }
        return builder.build();
    }

    static Answer patch(Api api, String path, byte[] body, Map<String, String> headers)
            throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(api.server() + path))
                        .timeout(api.timeout())
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(body));
        if (api.hasToken()) {
            request.header("Authorization", api.authorization());
        }
        headers.forEach(request::header);
        try {
            var response =
                    of(api.server()).send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), response.headers().map(), Json.parse(response.body()));
        } catch (HttpTimeoutException e) {
            throw (IOException) new SocketTimeoutException().initCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(e);
        }
    }

    private static SSLContext trustNobody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
