package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Extension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import net.java.sezpoz.Index;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin's file on an agent, which gets classes and resources from the controller: as bytes, from no jar, and with
 * another class loader left to the thread.
 */
class AgentIT {
    private static final Path HPI = Path.of(System.getProperty("plumbline.hpi"));
    private static final String SCAN = "io.jenkins.plugins.plumbline.scan.";
    private static final List<String> FORMATS =
            List.of("sarif", "json", "html", "markdown", "junit", "gitlab", "sonar", "csv", "console");

    private static ClassLoader remote;

    @TempDir
    private Path workspace;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private ClassLoader before;

    @BeforeAll
    static void send() throws IOException {
        remote = new Remote(files(), jenkins());
    }

    @BeforeEach
    void leaveAnotherClassLoader() {
        before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void scansAllLanguagesAndWritesAllReports() throws Exception {
        Files.writeString(workspace.resolve("main.tf"), "resource \"azurerm_storage_account\" \"a\" {\n}\n");
        Files.writeString(workspace.resolve("azuredeploy.json"), """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "resources": [
                    {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "b",
                     "location": "westeurope", "sku": {"name": "Standard_LRS"}, "kind": "StorageV2"}
                  ]
                }
                """);
        Files.writeString(workspace.resolve("template.yaml"), """
                AWSTemplateFormatVersion: "2010-09-09"
                Resources:
                  C:
                    Type: AWS::S3::Bucket
                """);
        assertThat(scan("")).isNotEmpty();
        assertThat(text()).contains("3 resources in 3 templates and root modules");
        try (Stream<Path> reports = Files.list(workspace.resolve("plumbline"))) {
            assertThat(reports).hasSameSizeAs(FORMATS);
        }
    }

    @Test
    void asksGitWhatWasChanged() throws Exception {
        Path file =
                Files.writeString(workspace.resolve("main.tf"), "resource \"azurerm_storage_account\" \"a\" {\n}\n");
        try (Git git = Git.init()
                .setDirectory(workspace.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("before")
                    .setAuthor("A", "a@example.org")
                    .setCommitter("A", "a@example.org")
                    .setSign(false)
                    .call();
        }
        Files.writeString(file, "\n" + Files.readString(file));
        assertThat(scan("main")).isNotEmpty();
        assertThat(text()).contains("1 resources").doesNotContain("known by file only");
    }

    private String text() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private byte[] scan(String changedSince) throws Exception {
        Object options = remote.loadClass(SCAN + "Options").getConstructor().newInstance();
        options.getClass().getField("reports").set(options, String.join(", ", FORMATS));
        Object organisation =
                remote.loadClass(SCAN + "Organisation").getField("NONE").get(null);
        Class<?> order = remote.loadClass(SCAN + "ScanOrder");
        return (byte[]) remote.loadClass(SCAN + "AgentScan")
                .getMethod("run", order, Path.class, PrintStream.class)
                .invoke(
                        null,
                        order.getConstructors()[0].newInstance(options, organisation, null, changedSince),
                        workspace,
                        new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** All that lies in the plugin's jars. */
    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (JarFile hpi = new JarFile(HPI.toFile())) {
            for (JarEntry library : (Iterable<JarEntry>) hpi.stream()::iterator) {
                if (library.getName().endsWith(".jar")) {
                    try (JarInputStream jar = new JarInputStream(hpi.getInputStream(library))) {
                        for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                            files.putIfAbsent(entry.getName(), jar.readAllBytes());
                        }
                    }
                }
            }
        }
        return files;
    }

    /** Of the test's class path, only what Jenkins itself has. */
    private static ClassLoader jenkins() {
        URL[] jars = Stream.of(Extension.class, Index.class, org.slf4j.Logger.class)
                .map(type -> Objects.requireNonNull(type.getProtectionDomain().getCodeSource())
                        .getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }

    /** Loads as Remoting's class loader does. */
    private static final class Remote extends ClassLoader {
        private final Map<String, byte[]> files;

        Remote(Map<String, byte[]> files, ClassLoader parent) {
            super(parent);
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = files.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        protected URL findResource(String name) {
            byte[] bytes = files.get(name);
            try {
                return bytes == null
                        ? null
                        : new URL(null, "remote:" + name, new URLStreamHandler() {
                            @Override
                            protected URLConnection openConnection(URL url) {
                                return new URLConnection(url) {
                                    @Override
                                    public void connect() {}

                                    @Override
                                    public InputStream getInputStream() {
                                        return new ByteArrayInputStream(bytes);
                                    }
                                };
                            }
                        });
            } catch (IOException e) {
                return null;
            }
        }
    }
}
