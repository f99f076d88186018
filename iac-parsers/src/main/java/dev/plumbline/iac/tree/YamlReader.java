package dev.plumbline.iac.tree;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node.Scalar.Kind;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML from the events of SnakeYAML, the parser inside of Jackson's YAML module. Its events, unlike Jackson's
 * tokens, tell {@code !x} from {@code !!x}, a quoted scalar from a plain one, and where a scalar ends.
 *
 * <p>SnakeYAML's own reading of comments is left off, because it rejects some places where YAML allows them: they are
 * read from the text between the scalars.
 */
final class YamlReader {

    private static final String CORE = "tag:yaml.org,2002:";

    private final SourceFile file;
    private final String text;
    private final CodePoints codePoints;
    private final TreeBuilder builder;

    /** Up to where comments have been looked for. */
    private int cursor;

    /** How deep we are in a member's name that is a collection, which is skipped. */
    private int skipping;

    YamlReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
        this.codePoints = new CodePoints(text);
        this.builder = new TreeBuilder(file);
    }

    Document read() {
        int tooLong = tooLongLine();
        if (tooLong >= 0) {
            builder.error(
                    "document-limit",
                    "Document is not read",
                    "A line is longer than %,d characters.".formatted(TreeReader.MAX_YAML_LINE),
                    file.range(tooLong, tooLong));
            return builder.finish();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            events(new ParserImpl(new StreamReader(text), options));
        } catch (TreeBuilder.LimitExceeded e) {
            builder.error("document-limit", "Document is not read to its end", e.getMessage(), at(cursor));
        } catch (MarkedYAMLException e) {
            boolean lexical = e.getContextMark() != null
                    && e.getContext() != null
                    && e.getContext().startsWith("while scanning");
            Mark mark = lexical || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            syntaxError(e.getProblem(), mark == null ? cursor : offset(mark));
        } catch (ReaderException e) {
            syntaxError("the character U+%04X is not allowed".formatted(e.getCodePoint()), forbidden(e));
        } catch (YAMLException e) {
            syntaxError(e.getMessage(), cursor);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // SnakeYAML does not check everything itself: an escape that is cut short fails as a number.
            syntaxError("a scalar is malformed", cursor);
        }
        return builder.finish();
    }

    private void events(Parser parser) {
        boolean started = false;
        for (Event event = parser.getEvent(); !(event instanceof StreamEndEvent); event = parser.getEvent()) {
            if (event instanceof DocumentStartEvent) {
                if (started) {
                    int start = offset(event.getStartMark());
                    comments(start);
                    builder.info(
                            "yaml-documents",
                            "Only the first document of this file is read",
                            "",
                            file.range(start, Math.min(start + 3, text.length())));
                    return;
                }
                started = true;
            } else if (!(event instanceof DocumentEndEvent)) {
                node(event);
            }
        }
        comments(text.length());
    }

    private void node(Event event) {
        int start = offset(event.getStartMark());
        int end = offset(event.getEndMark());
        if (event instanceof ScalarEvent scalar) {
            scalar(scalar, start, end);
        } else if (event instanceof CollectionEndEvent) {
            comments(start);
            if (skipping > 0) {
                skipping--;
            } else if (end > start) {
                cursor = Math.max(cursor, end);
                builder.end(end);
            } else {
                builder.end();
            }
        } else if (event instanceof CollectionStartEvent collection) {
            collection(collection, start, end);
        } else if (event instanceof AliasEvent alias) {
            comments(start);
            cursor = end;
            alias(alias.getAnchor(), start, end);
        }
    }

    private void collection(CollectionStartEvent event, int start, int end) {
        int first = pastProperties(start, text.length(), event.getTag() != null, event.getAnchor() != null);
        comments(first);
        if (skipping > 0 || builder.expectsKey()) {
            if (skipping++ == 0) {
                unsupportedKey(start, Math.max(end, first));
            }
            TreeBuilder.checkDepth(skipping);
            return;
        }
        String tag = localTag(event.getTag());
        if (event instanceof MappingStartEvent) {
            builder.startMapping(first, tag, event.getAnchor());
        } else {
            builder.startSequence(first, tag, event.getAnchor());
        }
    }

    private void scalar(ScalarEvent event, int start, int end) {
        int first = Math.min(end, pastProperties(start, end, event.getTag() != null, event.getAnchor() != null));
        comments(first);
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        int last = end;
        if (block) {
            cursor = first;
            comments(Math.min(end, endOfLine(first)));
            last = trimmed(first, end);
        }
        cursor = Math.max(cursor, end);
        if (skipping > 0) {
            return;
        }
        boolean plain = event.isPlain();
        if (builder.expectsKey()) {
            builder.key(event.getValue(), first, last, plain && event.getValue().equals("<<"));
        } else {
            Kind kind = kind(event.getTag(), plain, event.getValue());
            builder.scalar(event.getValue(), kind, localTag(event.getTag()), event.getAnchor(), first, last);
        }
    }

    private void alias(String anchor, int start, int end) {
        if (skipping > 0) {
            return;
        }
        if (builder.expectsKey()) {
            String name = builder.anchoredText(anchor);
            if (name == null) {
                unsupportedKey(start, end);
            } else {
                builder.key(name, start, end, false);
            }
        } else {
            builder.alias(anchor, start, end);
        }
    }

    /** A name must be a scalar. The member is kept under the text of the name, so that its value is read. */
    private void unsupportedKey(int start, int end) {
        builder.warning(
                "yaml-key", "Key is not a scalar", "It is read as a key that has its text.", file.range(start, end));
        builder.key(text.substring(start, end), start, end, false);
    }

    private static Kind kind(String tag, boolean plain, String value) {
        boolean resolved = tag == null ? plain : tag.startsWith(CORE) && !tag.equals(CORE + "str");
        return resolved ? YamlScalars.kind(value) : Kind.STRING;
    }

    private static String localTag(String tag) {
        return tag == null || tag.startsWith(CORE) ? "" : tag;
    }

    /** The offset after a node's tag and anchor, and after the white space and comments that follow these. */
    private int pastProperties(int start, int end, boolean tag, boolean anchor) {
        int left = (tag ? 1 : 0) + (anchor ? 1 : 0);
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (left > 0 && (c == '!' || c == '&')) {
                while (i < end && !isSpace(text.charAt(i))) {
                    i++;
                }
                left--;
            } else if (isSpace(c)) {
                i++;
            } else if (c == '#' && i > start && isSpace(text.charAt(i - 1))) {
                i = endOfLine(i);
            } else {
                return i;
            }
        }
        return i;
    }

    /** Collects the comments between here and {@code end}, in text that holds no scalar. */
    private void comments(int end) {
        for (int i = cursor; i < end; i++) {
            if (text.charAt(i) == '#' && (i == 0 || isSpace(text.charAt(i - 1)))) {
                int stop = endOfLine(i);
                builder.comment(text.substring(i + 1, stop), i, stop);
                i = stop;
            }
        }
        cursor = Math.max(cursor, end);
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int trimmed(int start, int end) {
        int last = end;
        while (last > start + 1 && isSpace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Where a line starts that is longer than we read; -1 where none does. */
    private int tooLongLine() {
        int start = 0;
        while (text.length() - start > TreeReader.MAX_YAML_LINE) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            if (end - start > TreeReader.MAX_YAML_LINE) {
                return start;
            }
            start = end + 1;
        }
        return -1;
    }

    private int forbidden(ReaderException e) {
        int found = text.indexOf(e.getCodePoint());
        return found < 0 ? Math.min(cursor, text.length()) : found;
    }

    private void syntaxError(String problem, int offset) {
        String detail = problem == null || problem.isBlank()
                ? ""
                : Character.toUpperCase(problem.charAt(0)) + problem.substring(1) + ".";
        builder.error("yaml-syntax", "Invalid YAML", detail, at(offset));
    }

    private SourceRange at(int offset) {
        int start = Math.min(offset, text.length());
        return file.range(start, start < text.length() && text.charAt(start) >= ' ' ? start + 1 : start);
    }

    private int offset(Mark mark) {
        return Math.min(text.length(), codePoints.offset(mark.getIndex()));
    }
}
