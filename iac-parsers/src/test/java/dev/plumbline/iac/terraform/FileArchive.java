package dev.plumbline.iac.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration of several files in one text: {@code -- path --} on a line of its own starts a file. A first line of
 * {@code # plan OPTION…} makes it one that is planned by itself, with these options.
 */
record FileArchive(String name, List<String> options, boolean root, Map<String, String> files) {
    private static final Pattern FILE = Pattern.compile("-- (\\S+) --");
    private static final String PLAN = "# plan";

    static FileArchive read(Path archive) throws IOException {
        String name = archive.getFileName().toString().replaceFirst("\\..*", "");
        List<String> options = new ArrayList<>();
        boolean root = false;
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        StringBuilder file = new StringBuilder();
        for (String line : Files.readAllLines(archive)) {
            Matcher start = FILE.matcher(line);
            if (start.matches()) {
                file = files.computeIfAbsent(start.group(1), path -> new StringBuilder());
            } else if (files.isEmpty() && line.startsWith(PLAN)) {
                root = true;
                Arrays.stream(line.substring(PLAN.length()).strip().split(" +"))
                        .filter(option -> !option.isEmpty())
                        .forEach(options::add);
            } else {
                file.append(line).append('\n');
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((path, text) -> texts.put(path, text.toString()));
        return new FileArchive(name, options, root, texts);
    }

    void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
