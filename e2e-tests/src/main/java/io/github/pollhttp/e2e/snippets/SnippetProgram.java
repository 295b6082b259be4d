package io.github.pollhttp.e2e.snippets;

import java.io.ByteArrayOutputStream;
import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;

/** Reaches every snippet, so that TeaVM links them all. The build does not run it: the snippets name servers that do not exist. */
public final class SnippetProgram {
    private static final String URL = "https://example.com/";
    private static final byte[] NO_BYTES = {};

    private SnippetProgram() {}

    public static void main(String[] args) throws InterruptedException {
        DesktopMain.main(args);
        WebMain.main(args);
        new LevelLoader().frame();
        LevelScreen screen = new LevelScreen();
        screen.frame();
        screen.text();
        HTTPClient client = HTTPClient.create();
        HTTPRequest http = HTTPRequest.create();
        PageSnippets pages = new PageSnippets();
        pages.readUntilEmpty(client, new ByteArrayOutputStream());
        pages.askWhy(client);
        pages.startThread();
        reachJavadoc(new JavadocSnippets(), http);
        reachPorting(new PortingSnippets(), http);
        reachThreeTasks(new ThreeTasksSnippets());
        reachRecipes(new RecipeSnippets());
        reachPage(new PageRecipeSnippets());
        reachGdx(new GdxSnippets(new Game()));
    }

    private static void reachGdx(GdxSnippets gdx) {
        gdx.replace();
        gdx.loadLevel();
        gdx.listeners();
        gdx.create();
        gdx.render();
    }

    private static void reachPage(PageRecipeSnippets page) {
        page.loadHero();
        page.draw();
        page.loadSound();
        page.playSound();
        page.screenshot();
        page.pollWhileHidden();
    }

    private static void reachThreeTasks(ThreeTasksSnippets tasks) {
        tasks.start();
        tasks.frame();
        tasks.postScore(1200);
    }

    private static void reachRecipes(RecipeSnippets recipes) {
        recipes.start();
        recipes.loadLevel();
        recipes.loadPicture();
        recipes.postScore(1200);
        recipes.postScoreOnce("1", 1200);
        recipes.loadMusic();
        recipes.skipMusic();
        recipes.uploadSave("save.bin");
        recipes.frame();
        recipes.drawProgress();
        recipes.loadTitle();
        recipes.postName("Zoë", 1200);
        recipes.enterLevel(List.of("1.png", "2.png"));
        recipes.drawTotalProgress();
        recipes.leaveLevel();
        recipes.loadWorld();
        recipes.drawRetryScreen();
        recipes.keyPressed();
        recipes.save(NO_BYTES);
        recipes.continueGame();
        recipes.logIn("Zoë", "");
        recipes.loadProfile();
        recipes.uploadScreenshot(NO_BYTES);
        recipes.drawUpload();
    }

    private static void reachJavadoc(JavadocSnippets javadoc, HTTPRequest http) {
        javadoc.client();
        javadoc.request();
        javadoc.queue(List.of("a", "b"));
        javadoc.queueSettings();
        javadoc.queueDownload(HTTPRequestQueue.create());
        javadoc.response();
        javadoc.redirectHook(http);
        javadoc.events();
        javadoc.form(http, NO_BYTES);
        javadoc.body(http);
        javadoc.cookies();
        javadoc.storedFile();
    }

    private static void reachPorting(PortingSnippets porting, HTTPRequest http) {
        porting.script("example.com", 80, "/");
        porting.new Loading("example.com", 80, "/").frame();
        PortingSnippets.Screen screen = porting.new Screen();
        screen.onButtonPressed(URL);
        screen.process();
        porting.oneLine(URL);
        porting.withHeaders(http, URL);
        porting.withQuery(http, URL);
        porting.postJson(http, URL, "{}");
        porting.postForm(http, URL);
        porting.upload(http, URL, NO_BYTES);
        porting.download(http, URL, "level.bin");
        porting.several(List.of(URL));
        porting.cookies(http);
        EventSource source = porting.events(URL);
        porting.eventsOfAFrame(source);
    }
}
