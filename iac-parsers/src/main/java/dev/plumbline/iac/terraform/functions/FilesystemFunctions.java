package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;
import static dev.plumbline.iac.terraform.functions.Parameter.STRING;

import com.google.re2j.Pattern;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.type.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Files and paths. A file outside of the scanned tree is unknown; a missing one inside of it is an error. */
final class FilesystemFunctions {
    private static final Pattern NAME = Pattern.compile("[\\pL_][\\pL\\pN_]*");
    private static final String OUTSIDE = " is outside of the scanned files";

    private FilesystemFunctions() {}

    /** What is made of a file's bytes. */
    interface Use {
        Value of(byte[] bytes) throws FunctionException;
    }

    static void register(FunctionTable table) {
        table.add("file", Shape.STRING, call -> ofFile(call, bytes -> call.of(text(call, bytes))), STRING);
        table.add(
                "filebase64",
                Shape.STRING,
                call -> ofFile(call, bytes -> call.of(Base64.getEncoder().encodeToString(bytes))),
                STRING);
        table.add("fileexists", Shape.BOOLEAN, FilesystemFunctions::fileExists, STRING);
        table.add("fileset", Shape.LIST, FilesystemFunctions::fileSet, STRING, STRING);
        table.add("templatefile", Shape.STRING, FilesystemFunctions::templateFile, STRING, ANY.withUnknownElements());
        table.add(
                "templatestring", Shape.STRING, FilesystemFunctions::templateString, STRING, ANY.withUnknownElements());
        table.add("basename", Shape.STRING, call -> call.of(basename(call.string(0))), STRING);
        table.add("dirname", Shape.STRING, call -> call.of(dirname(call.string(0))), STRING);
        table.add("abspath", Shape.STRING, FilesystemFunctions::absolutePath, STRING);
        table.add("pathexpand", Shape.STRING, FilesystemFunctions::pathExpand, STRING);
    }

    /** Reads the file that the first argument names. */
    static Value ofFile(Call call, Use use) throws FunctionException {
        String written = call.string(0);
        Optional<String> path = inside(call, written);
        if (path.isEmpty()) {
            return call.unknown(Cause.EXTERNAL, written + OUTSIDE, Shape.STRING);
        }
        if (!call.context().tree().isFile(path.get())) {
            throw new FunctionException("no file exists at \"%s\"".formatted(written));
        }
        List<Diagnostic> problems = new ArrayList<>();
        Optional<byte[]> bytes = call.context().tree().readBytes(path.get(), problems::add);
        if (bytes.isEmpty()) {
            throw new FunctionException(
                    problems.isEmpty()
                            ? "cannot read " + written
                            : problems.get(0).summary());
        }
        return use.of(bytes.get());
    }

    /** The path in the tree; empty where it leads out of it. */
    private static Optional<String> inside(Call call, String written) {
        if (written.startsWith("~") || written.startsWith("/") || written.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (call.context().rootDirectory() + "/" + written).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }

    private static String text(Call call, byte[] bytes) throws FunctionException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FunctionException("contents of \"%s\" are not valid UTF-8".formatted(call.string(0)));
        }
    }

    private static Value fileExists(Call call) {
        Optional<String> path = inside(call, call.string(0));
        return path.isEmpty()
                ? call.unknown(Cause.EXTERNAL, call.string(0) + OUTSIDE, Shape.BOOLEAN)
                : call.of(call.context().tree().isFile(path.get()));
    }

    private static Value fileSet(Call call) throws FunctionException {
        Optional<String> directory = inside(call, call.string(0));
        if (directory.isEmpty()) {
            return call.unknown(Cause.EXTERNAL, call.string(0) + OUTSIDE, Shape.LIST);
        }
        Pattern pattern = Globs.compile(call.string(1));
        String prefix = directory.get().isEmpty() ? "" : directory.get() + "/";
        List<Value> found = new ArrayList<>();
        for (String file : call.context().tree().files()) {
            if (file.startsWith(prefix)) {
                String relative = file.substring(prefix.length());
                if (pattern.matches(relative)) {
                    found.add(call.of(relative));
                }
            }
        }
        return call.setOf(found, Type.Simple.STRING);
    }

    private static Value templateFile(Call call) throws FunctionException {
        ObjectValue variables = variables(call);
        return ofFile(call, bytes -> {
            String path = inside(call, call.string(0)).orElseThrow();
            return call.context().render(new SourceFile(path, text(call, bytes)), variables, call);
        });
    }

    private static Value templateString(Call call) throws FunctionException {
        SourceFile template = new SourceFile(call.origin().range().file(), call.string(0));
        return call.context().render(template, variables(call), call);
    }

    private static ObjectValue variables(Call call) throws FunctionException {
        if (call.argument(1) instanceof ObjectValue object) {
            for (String name : object.members().keySet()) {
                if (!NAME.matches(name)) {
                    throw new FunctionException(
                            "invalid template variable name \"%s\": must start with a letter, followed by zero or more letters, digits, and underscores"
                                    .formatted(name));
                }
            }
            return object;
        }
        throw new FunctionException("invalid vars value: must be a map");
    }

    private static Value absolutePath(Call call) {
        return call.string(0).startsWith("/")
                ? call.of(clean(call.string(0)))
                : call.unknown(Cause.EXTERNAL, "abspath depends on where Terraform runs", Shape.STRING);
    }

    private static Value pathExpand(Call call) {
        return call.string(0).startsWith("~")
                ? call.unknown(Cause.EXTERNAL, "pathexpand depends on who runs Terraform", Shape.STRING)
                : call.of(call.string(0));
    }

    private static String basename(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String stripped = stripSlashes(path);
        return stripped.isEmpty() ? "/" : stripped.substring(stripped.lastIndexOf('/') + 1);
    }

    private static String dirname(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String stripSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** Go's {@code filepath.Clean}. */
    static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
                steps.removeLast();
            } else if (step.equals("..") ? !rooted : !step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        String joined = String.join("/", steps);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
