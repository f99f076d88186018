package dev.plumbline.annotate.diff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Reads the unified format of {@code git diff}. What cannot be read is left out: its lines do not count as changed, and
 * what is found there goes to the summary.
 */
public final class UnifiedDiff {
    private final ChangedLines changed;

    private UnifiedDiff(ChangedLines changed) {
        this.changed = changed;
    }

    /** Reads the hunks of one file, as they are without the file's header. */
    public static void read(String file, String hunks, ChangedLines into) {
        new UnifiedDiff(into).hunks(file, hunks.split("\n", -1));
    }

    /** Reads a diff of several files, with {@code diff --git} and {@code +++} lines. */
    public static ChangedLines read(String diff) {
        UnifiedDiff reader = new UnifiedDiff(new ChangedLines());
        reader.files(Arrays.asList(diff.split("\n", -1)).iterator());
        return reader.changed;
    }

    private void files(Iterator<String> lines) {
        String file = null;
        Hunk hunk = null;
        while (lines.hasNext()) {
            String line = lines.next();
            if (hunk != null && hunk.isOpen()) {
                hunk.read(file, line, changed);
            } else if (line.startsWith("+++ ")) {
                file = newName(line.substring(4));
                hunk = null;
            } else if (line.startsWith("@@ ")) {
                hunk = Hunk.of(line);
            } else if (line.startsWith("diff ")) {
                file = null;
                hunk = null;
            }
        }
    }

    private void hunks(String file, String[] lines) {
        Hunk hunk = null;
        for (String line : lines) {
            if (hunk != null && hunk.isOpen()) {
                hunk.read(file, line, changed);
            } else if (line.startsWith("@@ ")) {
                hunk = Hunk.of(line);
            }
        }
    }

    /** {@code b/infra/main.tf}, in quotes where it holds unusual characters; Bitbucket's prefix is {@code dst://}. */
    private static String newName(String written) {
        String name = written;
        if (name.startsWith("\"")) {
            name = unquoted(name);
        } else if (name.indexOf('\t') >= 0) {
            name = name.substring(0, name.indexOf('\t'));
        }
        if (name.endsWith("\r")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.startsWith("b/")) {
            return name.substring(2);
        }
        return name.startsWith("dst://") ? name.substring(6) : name;
    }

    /** Git's quoting is C's: octal for the bytes of UTF-8, a few letters. */
    private static String unquoted(String quoted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < quoted.length() && quoted.charAt(i) != '"'; i++) {
            char c = quoted.charAt(i);
            if (c != '\\' || i + 1 >= quoted.length()) {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            c = quoted.charAt(++i);
            if (c >= '0' && c <= '3' && i + 2 < quoted.length()) {
                bytes.write((c - '0') * 64 + (quoted.charAt(i + 1) - '0') * 8 + quoted.charAt(i + 2) - '0');
                i += 2;
            } else {
                bytes.write(
                        switch (c) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            default -> c;
                        });
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** {@code @@ -3,4 +3,6 @@}: so many old lines and new ones are still to come. */
    private static final class Hunk {
        private int oldLeft;
        private int newLeft;
        private int line;

        static Hunk of(String header) {
            Hunk hunk = new Hunk();
            String[] words = header.split(" ");
            if (words.length >= 4 && words[1].startsWith("-") && words[2].startsWith("+")) {
                try {
                    hunk.oldLeft = count(words[1]);
                    hunk.newLeft = count(words[2]);
                    hunk.line = Integer.parseInt(words[2].substring(1).split(",")[0]);
                } catch (NumberFormatException e) {
                    hunk.oldLeft = 0;
                    hunk.newLeft = 0;
                }
            }
            return hunk;
        }

        private static int count(String range) {
            int comma = range.indexOf(',');
            return comma < 0 ? 1 : Integer.parseInt(range.substring(comma + 1));
        }

        boolean isOpen() {
            return oldLeft > 0 || newLeft > 0;
        }

        void read(String file, String text, ChangedLines changed) {
            char mark = text.isEmpty() ? ' ' : text.charAt(0);
            switch (mark) {
                case '+' -> {
                    String line = text.substring(1);
                    if (file != null) {
                        changed.add(file, this.line, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
                    }
                    this.line++;
                    newLeft--;
                }
                case '-' -> oldLeft--;
                case '\\' -> {}
                default -> {
                    line++;
                    oldLeft--;
                    newLeft--;
                }
            }
        }
    }
}
