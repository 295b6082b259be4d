package io.github.pollhttp.demo.game;

/** Records how long the frames take, and how much of that the network takes. Times are in nanoseconds. */
final class FrameTimes {
    /** How many frames are kept for the graph. */
    static final int KEPT = 120;
    /** A frame at 60 frames a second. */
    static final long FRAME = 16_666_667;
    /** Longest time for the network in one frame. */
    static final long BUDGET = 4_000_000;

    private static final long LATE = FRAME * 3 / 2;
    private static final double MILLISECOND = 1e6;

    private final long[] works = new long[KEPT];
    private final long[] networks = new long[KEPT];
    private int frames;
    private int late;
    private int overBudget;
    private long longestNetwork;

    /**
     * Adds a frame.
     *
     * @param interval since the frame before it began
     * @param network  how long the polls took
     * @param work     how long everything took, the polls included
     */
    void add(long interval, long network, long work) {
        works[frames % KEPT] = work;
        networks[frames % KEPT] = network;
        frames++;
        late += interval > LATE ? 1 : 0;
        overBudget += network > BUDGET ? 1 : 0;
        longestNetwork = Math.max(longestNetwork, network);
    }

    int frames() {
        return frames;
    }

    /** How many frames began so late that one was left out. */
    int late() {
        return late;
    }

    /** In how many frames the network took longer than {@link #BUDGET}. */
    int overBudget() {
        return overBudget;
    }

    /** @param age 0 for the last frame, less than {@link #KEPT} */
    long work(int age) {
        return works[index(age)];
    }

    /** @param age 0 for the last frame, less than {@link #KEPT} */
    long network(int age) {
        return networks[index(age)];
    }

    private int index(int age) {
        return Math.floorMod(frames - 1 - age, KEPT);
    }

    @Override
    public String toString() {
        return frames + " frames, " + late + " late; network: at most "
                + Math.round(longestNetwork / MILLISECOND * 10) / 10.0 + " ms in a frame, " + overBudget
                + " times over " + BUDGET / 1_000_000 + " ms";
    }
}
