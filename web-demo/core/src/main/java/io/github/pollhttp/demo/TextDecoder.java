package io.github.pollhttp.demo;

/** Decodes UTF-8 that comes in pieces: a character may begin in one piece and end in the next. Invalid bytes become U+FFFD. */
final class TextDecoder {
    private static final int UNKNOWN = 0xFFFD;

    private int character;
    private int missingBytes;

    String decode(byte[] piece) {
        StringBuilder text = new StringBuilder(piece.length);
        for (byte each : piece) {
            if (missingBytes > 0 && (each & 0xC0) == 0x80) {
                character = character << 6 | each & 0x3F;
                missingBytes--;
            } else {
                if (missingBytes > 0) {
                    text.appendCodePoint(UNKNOWN);
                }
                begin(each & 0xFF);
            }
            if (missingBytes == 0) {
                text.appendCodePoint(Character.isValidCodePoint(character) ? character : UNKNOWN);
            }
        }
        return text.toString();
    }

    private void begin(int first) {
        missingBytes = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        character = switch (missingBytes) {
            case 0 -> first < 0x80 ? first : UNKNOWN;
            case 1 -> first & 0x1F;
            case 2 -> first & 0x0F;
            default -> first & 0x07;
        };
    }
}
