package com.example.game.desktop;

import com.example.game.server.DevelopmentServer;

/** Starts a development server for the assets, and the game. The finished game does not contain this class. */
public final class DevelopmentMain {
    private DevelopmentMain() {}

    /** The argument is the folder of the assets. */
    public static void main(String[] args) throws Exception {
        String url = DevelopmentServer.start(0, args[0]);
        System.out.println("The assets: " + url);
        DesktopLauncher.main(new String[]{url});
    }
}
