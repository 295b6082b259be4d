package io.github.pollhttp.e2e.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A tab of Chromium that becomes hidden when another tab is in front of it. Playwright keeps its own pages visible, so this tab is opened with the
 * protocol of Chromium, in the browser's default context, which Playwright leaves alone.
 */
public final class ChromiumTab implements BrowserPage {
    private final CDPSession browser;
    /** Its methods wait for events, as each of Playwright's methods does. */
    private final Page events;
    private final String tab;
    private final String session;
    private final Map<Integer, JsonObject> answers = new HashMap<>();
    private String otherTab;
    private int lastId;

    private ChromiumTab(CDPSession browser, Page events) {
        this.browser = browser;
        this.events = events;
        browser.on("Target.receivedMessageFromTarget", event -> {
            JsonObject message = JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
            if (message.has("id")) {
                answers.put(message.get("id").getAsInt(), message);
            }
        });
        this.tab = newTab();
        this.session = send("Target.attachToTarget", Map.of("targetId", tab, "flatten", false)).get("sessionId")
                .getAsString();
    }

    /** Opens a tab in front of the others. */
    public static ChromiumTab open(PlaywrightBrowser chromium) {
        return new ChromiumTab(chromium.browser().newBrowserCDPSession(), chromium.newPlaywrightPage());
    }

    private String newTab() {
        return send("Target.createTarget", Map.of("url", "about:blank")).get("targetId").getAsString();
    }

    private JsonObject send(String method, Map<String, ?> parameters) {
        return browser.send(method, (JsonObject) new Gson().toJsonTree(parameters));
    }

    private JsonObject sendToTab(String method, Map<String, ?> parameters) {
        int id = ++lastId;
        send("Target.sendMessageToTarget", Map.of("sessionId", session, "message",
                new Gson().toJson(Map.of("id", id, "method", method, "params", parameters))));
        events.waitForCondition(() -> answers.containsKey(id),
                new Page.WaitForConditionOptions().setTimeout(2 * LIMIT_MILLISECONDS)); // longer than await
        return answers.remove(id).getAsJsonObject("result");
    }

    /** Opens another tab in front of this one, so that this one is hidden. */
    public void hide() {
        otherTab = newTab();
        await("document.hidden");
    }

    /** Closes the other tab, so that this one is visible. */
    public void show() {
        send("Target.closeTarget", Map.of("targetId", otherTab));
        send("Target.activateTarget", Map.of("targetId", tab));
        await("!document.hidden");
    }

    /** The page may still be loading at the end of this method. */
    @Override
    public void navigate(String url) {
        sendToTab("Page.navigate", Map.of("url", url));
    }

    /** @return a String, Boolean, Number or null */
    @Override
    public Object evaluate(String function, Object... arguments) {
        JsonObject result = sendToTab("Runtime.evaluate",
                Map.of("expression", "(" + function + ")(..." + new Gson().toJson(List.of(arguments)) + ")",
                        "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.get("exceptionDetails").toString());
        }
        return new Gson().fromJson(result.getAsJsonObject("result").get("value"), Object.class);
    }

    @Override
    public void close() {
        send("Target.closeTarget", Map.of("targetId", tab));
        browser.detach();
        events.close();
    }
}
