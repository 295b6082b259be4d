package io.github.pollhttp.size;

import java.util.List;
import java.util.Map;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.MultipartForm;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.request.RetryPolicy;
import io.github.pollhttp.request.StoredFile;

/** Programs that use one feature more than {@link SmallRequest}. The difference in size is what the feature costs. */
final class RequestFeatures {
    private RequestFeatures() {}

    static final class Nothing {
        public static void main(String[] args) {
            SmallRequest.start(http -> {});
        }
    }

    static final class Message {
        public static void main(String[] args) {
            SmallRequest.start(http -> {}, response -> System.out.println(response.message()));
        }
    }

    static final class Rejection {
        public static void main(String[] args) {
            SmallRequest.start(http -> System.out.println(http.getRejection()));
        }
    }

    static final class Diagnostics {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setDiagnosticsEnabled(true),
                    response -> System.out.println(response.message()));
        }
    }

    static final class GodotListener {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setRequestCompletedListener(
                    (result, code, headers, body) -> System.out.println(result.value() + code + headers.size())));
        }
    }

    static final class Header {
        public static void main(String[] args) {
            SmallRequest.start(http -> {}, response -> System.out.println(response.header("ETag")));
        }
    }

    static final class Text {
        public static void main(String[] args) {
            SmallRequest.start(http -> {}, response -> System.out.println(response.text()));
        }
    }

    static final class BodySize {
        public static void main(String[] args) {
            SmallRequest.start(http -> {
                if (http.getBodySize() > 0) {
                    System.out.println("large");
                }
            });
        }
    }

    static final class BodySizeLimit {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setBodySizeLimit(1024));
        }
    }

    static final class FileBody {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.request("/saves/1", List.of(), Method.METHOD_PUT,
                    RequestBody.file("application/octet-stream", "save.bin")));
        }
    }

    static final class Json {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.request("/scores", List.of(), Method.METHOD_POST, RequestBody.json("{}")));
        }
    }

    static final class Form {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.request("/scores", List.of(), Method.METHOD_POST,
                    RequestBody.form(Map.of("name", "Ada"))));
        }
    }

    static final class Multipart {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.request("/scores", List.of(), Method.METHOD_POST,
                    new MultipartForm().add("name", "Ada").toBody()));
        }
    }

    static final class Timeout {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setTimeout(10));
        }
    }

    static final class StallTimeout {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setStallTimeout(10));
        }
    }

    static final class Retries {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setRetryPolicy(RetryPolicy.times(3)));
        }
    }

    static final class Cancel {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.cancelRequest());
        }
    }

    static final class BaseUrl {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setBaseUrl("http://127.0.0.1:8080/"));
        }
    }

    static final class Download {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setDownloadFile("level.bin"));
        }
    }

    static final class StoredFiles {
        public static void main(String[] args) {
            SmallRequest.start(http -> System.out.println(StoredFile.open("level.bin").readChunk().length));
        }
    }

    static final class UploadProgress {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setUploadProgressEnabled(true));
        }
    }

    static final class Options {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setWebOptions(WebOptions.DEFAULT));
        }
    }

    static final class StrictPortable {
        public static void main(String[] args) {
            SmallRequest.start(http -> http.setStrictPortable(true));
        }
    }

    static final class WithoutEffect {
        public static void main(String[] args) {
            SmallRequest.start(http -> {
                http.setAcceptGzip(true);
                http.setMaxRedirects(2);
                http.setRedirectHook((url, headers) -> headers);
                http.setCookieJar(CookieJar.create());
                http.setUseThreads(true);
            });
        }
    }

    static final class Transport {
        public static void main(String[] args) {
            SmallRequest.start(http -> {
                http.setTlsOptions(TLSOptions.client());
                http.setHttpProxy("127.0.0.1", 8081);
            });
        }
    }
}
