package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.request.HTTPRequest.Result;

/** The numbers of the enums are Godot 4's, written out here from its class reference. */
class GodotNumbersTest {

    @ParameterizedTest
    @CsvSource({"OK, 0", "ERR_UNAVAILABLE, 2", "ERR_UNCONFIGURED, 3", "ERR_CANT_CONNECT, 25", "ERR_CANT_RESOLVE, 26",
            "ERR_CONNECTION_ERROR, 27", "ERR_INVALID_PARAMETER, 31", "ERR_BUSY, 44"})
    void errorCodesHaveThem(ErrorCode code, int number) {
        assertEquals(number, code.value());
    }

    @ParameterizedTest
    @CsvSource({"STATUS_DISCONNECTED, 0", "STATUS_RESOLVING, 1", "STATUS_CANT_RESOLVE, 2", "STATUS_CONNECTING, 3",
            "STATUS_CANT_CONNECT, 4", "STATUS_CONNECTED, 5", "STATUS_REQUESTING, 6", "STATUS_BODY, 7",
            "STATUS_CONNECTION_ERROR, 8", "STATUS_TLS_HANDSHAKE_ERROR, 9"})
    void statusesHaveThem(Status status, int number) {
        assertEquals(number, status.value());
    }

    @ParameterizedTest
    @CsvSource({"METHOD_GET, 0", "METHOD_HEAD, 1", "METHOD_POST, 2", "METHOD_PUT, 3", "METHOD_DELETE, 4",
            "METHOD_OPTIONS, 5", "METHOD_TRACE, 6", "METHOD_CONNECT, 7", "METHOD_PATCH, 8"})
    void methodsHaveThem(Method method, int number) {
        assertEquals(number, method.value());
    }

    @ParameterizedTest
    @CsvSource({"RESULT_SUCCESS, 0", "RESULT_CHUNKED_BODY_SIZE_MISMATCH, 1", "RESULT_CANT_CONNECT, 2",
            "RESULT_CANT_RESOLVE, 3", "RESULT_CONNECTION_ERROR, 4", "RESULT_TLS_HANDSHAKE_ERROR, 5",
            "RESULT_NO_RESPONSE, 6", "RESULT_BODY_SIZE_LIMIT_EXCEEDED, 7", "RESULT_BODY_DECOMPRESS_FAILED, 8",
            "RESULT_REQUEST_FAILED, 9", "RESULT_DOWNLOAD_FILE_CANT_OPEN, 10", "RESULT_DOWNLOAD_FILE_WRITE_ERROR, 11",
            "RESULT_REDIRECT_LIMIT_REACHED, 12", "RESULT_TIMEOUT, 13"})
    void resultsHaveThem(Result result, int number) {
        assertEquals(number, result.value());
    }

    @Test
    void thereAreNoOthers() {
        assertEquals(8, ErrorCode.values().length);
        assertEquals(10, Status.values().length);
        assertEquals(9, Method.values().length);
        assertEquals(14, Result.values().length);
    }
}
