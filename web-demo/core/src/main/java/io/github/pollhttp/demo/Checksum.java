package io.github.pollhttp.demo;

/** CRC-32 of bytes that come in pieces, as gzip, PNG and {@code java.util.zip} compute it. */
final class Checksum {
    private static final int[] TABLE = table();

    private int crc = -1;

    static String of(byte[] bytes) {
        Checksum checksum = new Checksum();
        checksum.update(bytes);
        return checksum.toString();
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int remainder = i;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder & 1) == 0 ? remainder >>> 1 : remainder >>> 1 ^ 0xEDB88320;
            }
            table[i] = remainder;
        }
        return table;
    }

    void update(byte[] piece) {
        int next = crc;
        for (byte each : piece) {
            next = next >>> 8 ^ TABLE[(next ^ each) & 0xFF];
        }
        crc = next;
    }

    /** Eight hexadecimal digits. */
    @Override
    public String toString() {
        String digits = Integer.toHexString(~crc);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
