package io.github.pollhttp.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/** Records which features of a backend a scenario uses. */
final class UsedFeatures {
    private static final Set<String> FILE_METHODS = Set.of("sendFiles", "findPart", "openFile", "readFile");

    private final Set<Feature> used = EnumSet.noneOf(Feature.class);

    private UsedFeatures() {}

    /** Watches the clients and requests that are created from now on, until the installed network is closed. */
    static UsedFeatures watch() {
        UsedFeatures features = new UsedFeatures();
        BackendProvider.replace(features.watched(BackendProvider.class, BackendProvider.installed()));
        return features;
    }

    /** Returns the used features that are not in a list. */
    List<Feature> without(Collection<Feature> listed) {
        return used.stream().filter(each -> !listed.contains(each)).toList();
    }

    private <T> T watched(Class<T> type, T original) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                if (method.getName().equals("setUploadProgress") && arguments[0].equals(true)) {
                    used.add(Feature.UPLOAD_PROGRESS);
                }
                return noted(method.getName(), method.invoke(original, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    private Object noted(String method, Object result) {
        if (FILE_METHODS.contains(method)) {
            used.add(Feature.FILES);
        } else if (method.equals("isResolving") && result.equals(true)) {
            used.add(Feature.NAME_LOOKUP);
        } else if (method.equals("requestPlatform")) {
            used.add(Feature.HTTP_REQUEST);
            return watched(RequestPlatform.class, (RequestPlatform) result);
        } else if (method.equals("create")) {
            return watched(Backend.class, (Backend) result);
        }
        return result;
    }
}
