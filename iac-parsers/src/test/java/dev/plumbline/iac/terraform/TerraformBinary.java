package dev.plumbline.iac.terraform;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The {@code terraform} binary at work in a directory. */
record TerraformBinary(Path directory) {

    static boolean isThere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "terraform")));
    }

    void init() throws IOException, InterruptedException {
        run("init", "-no-color", "-input=false", "-backend=false");
    }

    /** What {@code terraform show -json} says of a plan made with these options. */
    Node plan(List<String> options) throws IOException, InterruptedException {
        List<String> plan = new ArrayList<>(List.of("plan", "-no-color", "-input=false", "-out=.plan"));
        plan.addAll(options);
        run(plan.toArray(String[]::new));
        String json = run("show", "-json", ".plan");
        Files.delete(directory.resolve(".plan"));
        return TreeReader.json(new SourceFile("plan.json", json)).root();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("terraform", ".out");
        Path err = Files.createTempFile("terraform", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("CHECKPOINT_DISABLE", "1");
            if (builder.start().waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ":\n" + Files.readString(err));
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
