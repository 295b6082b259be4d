package io.github.pollhttp.size;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The part of {@code docs/teavm.md} that tells what each part of the library costs. */
final class SizeTable {
    private static final Map<String, Class<?>> PROGRAMS = new LinkedHashMap<>();
    private static final Map<String, Class<?>> FEATURES = new LinkedHashMap<>();

    static {
        PROGRAMS.put("hello world", Hello.class);
        PROGRAMS.put("with one streamed GET by `HTTPClient`", StreamedGet.class);
        PROGRAMS.put("with one `HTTPRequest`", SmallRequest.class);
        PROGRAMS.put("with one `HTTPRequestQueue`", SmallQueue.class);
        PROGRAMS.put("with one `EventSource`", SmallEventSource.class);
        PROGRAMS.put("with everything", AllFeatures.class);
        FEATURES.put("`HTTPResponse.message()`", RequestFeatures.Message.class);
        FEATURES.put("`HTTPResponse.message()` and `setDiagnosticsEnabled`", RequestFeatures.Diagnostics.class);
        FEATURES.put("`getRejection()`", RequestFeatures.Rejection.class);
        FEATURES.put("`HTTPResponse.header(name)`", RequestFeatures.Header.class);
        FEATURES.put("`HTTPResponse.text()`", RequestFeatures.Text.class);
        FEATURES.put("the listener in Godot's form", RequestFeatures.GodotListener.class);
        FEATURES.put("`getBodySize`", RequestFeatures.BodySize.class);
        FEATURES.put("`setBodySizeLimit`", RequestFeatures.BodySizeLimit.class);
        FEATURES.put("`RequestBody.json`", RequestFeatures.Json.class);
        FEATURES.put("`RequestBody.form`", RequestFeatures.Form.class);
        FEATURES.put("`RequestBody.file`", RequestFeatures.FileBody.class);
        FEATURES.put("`MultipartForm`", RequestFeatures.Multipart.class);
        FEATURES.put("`cancelRequest`", RequestFeatures.Cancel.class);
        FEATURES.put("`setTimeout`", RequestFeatures.Timeout.class);
        FEATURES.put("`setStallTimeout`", RequestFeatures.StallTimeout.class);
        FEATURES.put("`setRetryPolicy`", RequestFeatures.Retries.class);
        FEATURES.put("`setBaseUrl`", RequestFeatures.BaseUrl.class);
        FEATURES.put("`setDownloadFile`", RequestFeatures.Download.class);
        FEATURES.put("`StoredFile`", RequestFeatures.StoredFiles.class);
        FEATURES.put("`setUploadProgressEnabled`", RequestFeatures.UploadProgress.class);
        FEATURES.put("`setWebOptions`", RequestFeatures.Options.class);
        FEATURES.put("`setStrictPortable`", RequestFeatures.StrictPortable.class);
        FEATURES.put(
                "`setAcceptGzip`, `setMaxRedirects`, `setRedirectHook`, `setCookieJar` and `setUseThreads`, which have no effect in a browser",
                RequestFeatures.WithoutEffect.class);
        FEATURES.put("`setTlsOptions` and `setHttpProxy`, which have no effect either",
                RequestFeatures.Transport.class);
    }

    private SizeTable() {}

    /** Compiles all programs. */
    static String measured() {
        StringBuilder table = new StringBuilder("| program | raw | gzip |\n|---|---|---|\n");
        PROGRAMS.forEach((name, program) -> {
            Bundle bundle = Bundle.of(program);
            table.append(row(name, bundle.length(), bundle.zippedLength()));
        });
        table.append("\n| `HTTPRequest` with | more, raw | more, gzip |\n|---|---|---|\n");
        Bundle base = Bundle.of(RequestFeatures.Nothing.class);
        FEATURES.forEach((name, program) -> {
            Bundle bundle = Bundle.of(program);
            table.append(row(name, bundle.length() - base.length(), bundle.zippedLength() - base.zippedLength()));
        });
        return table.toString();
    }

    private static String row(String name, int length, int zippedLength) {
        return String.format(Locale.ROOT, "| %s | %,d | %,d |\n", name, length, zippedLength);
    }
}
