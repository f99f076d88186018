package dev.plumbline.iac.terraform.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plumbline.iac.Diagnostic.Severity;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code yamldecode}: plain scalars mean what go-cty-yaml takes them for, which is a blend of YAML 1.1 and 1.2. */
final class YamlDecoder {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern BASED = Pattern.compile("0x[0-9A-Fa-f]{1,100}|0o[0-7]{1,100}");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:(?:[Tt]([0-9:]{5,8})(?:\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2}))|(?: ([0-9:]{5,8})(?:\\.[0-9]+)?))?");

    private final Call call;
    private final SourceFile source;

    private YamlDecoder(Call call, SourceFile source) {
        this.call = call;
        this.source = source;
    }

    static Value decode(Call call) throws FunctionException {
        SourceFile source = new SourceFile("yaml", call.string(0));
        Document document = TreeReader.yaml(source);
        boolean broken = document.diagnostics().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        if (broken || document.root() == null) {
            throw new FunctionException("yamldecode: not a YAML document");
        } else if (hasSeveralDocuments(call.string(0))) {
            throw new FunctionException("yamldecode: only one document is allowed");
        }
        return new YamlDecoder(call, source).value(document.root());
    }

    /** Whether a marker stands after something that is neither a comment nor a directive. */
    private static boolean hasSeveralDocuments(String text) {
        boolean content = false;
        for (String line : text.split("\n", -1)) {
            boolean marker = line.startsWith("---") && (line.length() == 3 || line.charAt(3) <= ' ');
            if (marker && content) {
                return true;
            }
            content |= marker ? line.length() > 4 : !line.isBlank() && "#%".indexOf(line.charAt(0)) < 0;
        }
        return false;
    }

    /** The reader bounds the nesting, and so the recursion. */
    private Value value(Node node) throws FunctionException {
        if (!node.tag().isEmpty()) {
            throw new FunctionException("yamldecode: unsupported tag " + node.tag());
        }
        if (node instanceof Node.Sequence sequence) {
            List<Value> elements = new ArrayList<>();
            for (Node item : sequence.items()) {
                elements.add(value(item));
            }
            return call.tupleOf(elements);
        } else if (node instanceof Node.Mapping mapping) {
            Map<String, Value> attributes = new LinkedHashMap<>();
            for (Node.Member member : mapping.members()) {
                attributes.put(member.key(), value(member.value()));
            }
            return call.objectOf(attributes);
        }
        Node.Scalar scalar = (Node.Scalar) node;
        boolean tagged = scalar.kind() == Node.Scalar.Kind.STRING
                && NUMBER.matches(scalar.text())
                && !LEADING_ZERO.matches(scalar.text());
        return isPlain(scalar) && !tagged ? plain(scalar.text()) : call.of(scalar.text());
    }

    private boolean isPlain(Node.Scalar scalar) {
        SourceRange range = scalar.range();
        String line = source.line(range.startLine());
        boolean empty = range.startColumn() > line.length();
        return scalar.tag().isEmpty() && (empty || "\"'|>!".indexOf(line.charAt(range.startColumn() - 1)) < 0);
    }

    /** In RFC 3339's notation; without a zone it is UTC. */
    private static String timestamp(Matcher parts) {
        String time = parts.group(4) != null ? parts.group(4) : parts.group(6) != null ? parts.group(6) : "00:00:00";
        String zone = parts.group(5) == null ? "Z" : parts.group(5);
        return "%s-%02d-%02dT%s%s"
                .formatted(
                        parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), time, zone);
    }

    private Value plain(String text) throws FunctionException {
        if (NULL.contains(text)) {
            return call.ofNull();
        } else if (TRUE.contains(text) || FALSE.contains(text)) {
            return call.of(TRUE.contains(text));
        } else if (BASED.matches(text)) {
            int base = text.charAt(1) == 'x' ? 16 : 8;
            return call.of(new BigDecimal(new BigInteger(text.substring(2), base)));
        } else if (NUMBER.matches(text)) {
            return call.of(
                    Numbers.parse(text).orElseThrow(() -> new FunctionException("yamldecode: number out of bounds")));
        } else if (INFINITE.matches(text)) {
            throw new FunctionException("yamldecode: a number must be finite");
        }
        Matcher timestamp = TIMESTAMP.matcher(text);
        return call.of(timestamp.matches() ? timestamp(timestamp) : text);
    }
}
