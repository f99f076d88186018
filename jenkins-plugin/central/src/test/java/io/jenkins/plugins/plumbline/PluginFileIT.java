package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.Extension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The file that a Jenkins installs. */
class PluginFileIT {
    private static final Path HPI = Path.of(System.getProperty("plumbline.hpi"));
    private static final String OWN = "WEB-INF/lib/plumbline.jar";

    private static Attributes manifest;
    private static final Map<String, byte[]> FILES = new TreeMap<>();
    private static final Map<String, byte[]> CLASSES = new HashMap<>();
    private static Attributes ownManifest;

    @BeforeAll
    static void open() throws IOException {
        try (JarFile hpi = new JarFile(HPI.toFile())) {
            manifest = hpi.getManifest().getMainAttributes();
            for (JarEntry entry : (Iterable<JarEntry>) hpi.stream()::iterator) {
                if (!entry.isDirectory()) {
                    FILES.put(entry.getName(), hpi.getInputStream(entry).readAllBytes());
                }
            }
        }
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(FILES.get(OWN)))) {
            ownManifest = jar.getManifest().getMainAttributes();
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                CLASSES.put(entry.getName(), jar.readAllBytes());
            }
        }
    }

    private static Stream<String> libraries() {
        return FILES.keySet().stream()
                .filter(name -> name.startsWith("WEB-INF/lib/"))
                .map(name -> name.substring("WEB-INF/lib/".length()).replaceFirst("-\\d.*", ""));
    }

    @Test
    void theManifestSaysWhatJenkinsAsksOfAPlugin() {
        assertThat(manifest.getValue("Short-Name")).isEqualTo("plumbline");
        assertThat(manifest.getValue("Long-Name")).isEqualTo("Plumbline");
        assertThat(manifest.getValue("Group-Id")).isEqualTo("io.jenkins.plugins");
        assertThat(manifest.getValue("Artifact-Id")).isEqualTo("plumbline");
        assertThat(manifest.getValue("Plugin-Version")).isEqualTo(System.getProperty("plumbline.version"));
        assertThat(manifest.getValue("Jenkins-Version")).matches("2\\.504\\.\\d");
        assertThat(manifest.getValue("PluginFirstClassLoader")).isEqualTo("true");
        assertThat(Arrays.stream(manifest.getValue("Plugin-Dependencies").split(",")))
                .allMatch(each -> each.matches("[a-z-]+:[0-9][^:;]*(;resolution:=optional)?"))
                .extracting(each -> each.substring(0, each.indexOf(':')) + (each.contains(";") ? " optional" : ""))
                .contains(
                        "structs",
                        "workflow-api",
                        "workflow-step-api",
                        "checks-api optional",
                        "credentials optional",
                        "plain-credentials optional");
    }

    /** Jenkins lets objects of a plugin's own classes be read if their jar says of which plugin it is. */
    @Test
    void thePluginsJarHasTheSameManifest() {
        for (String name : List.of("Short-Name", "Plugin-Version", "Jenkins-Version")) {
            assertThat(ownManifest.getValue(name)).as(name).isEqualTo(manifest.getValue(name));
        }
    }

    @Test
    void itHoldsOurLibrariesAndNothingThatJenkinsHas() throws IOException {
        assertThat(FILES.keySet()).allMatch(name -> name.startsWith("WEB-INF/lib/") || name.startsWith("META-INF/"));
        assertThat(libraries())
                .contains(
                        "iac-parsers",
                        "rules",
                        "git",
                        "publishers",
                        "annotators",
                        "jackson-core",
                        "cel",
                        "org.eclipse.jgit",
                        "plumbline.jar")
                .doesNotContain(
                        "jenkins-api-signatures",
                        "sezpoz",
                        "slf4j-api",
                        "xstream",
                        "commons-jexl",
                        "annotation-indexer")
                .noneMatch(name -> name.contains("junit") || name.contains("servlet") || name.contains("jenkins"));
        assertThat(Files.size(HPI)).as("bytes").isLessThan(24L << 20);
    }

    @Test
    void noClassOfJenkinsIsPackaged() {
        assertThat(CLASSES.keySet())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("io/jenkins/plugins/plumbline/"));
    }

    @Test
    void extensionsAreIndexed() throws Exception {
        try (URLClassLoader loader = own()) {
            Map<String, Boolean> extensions = new TreeMap<>();
            for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
                extensions.put(item.className(), item.annotation().optional());
            }
            assertThat(extensions)
                    .isEqualTo(new TreeMap<>(Map.of(
                            "io.jenkins.plugins.plumbline.PlumblineBuilder$DescriptorImpl", false,
                            "io.jenkins.plugins.plumbline.PlumblineConfiguration", false,
                            "io.jenkins.plugins.plumbline.PlumblineJobAction$Factory", false,
                            "io.jenkins.plugins.plumbline.PlumblineStep$DescriptorImpl", false,
                            "io.jenkins.plugins.plumbline.QualityGate$DescriptorImpl", false,
                            "io.jenkins.plugins.plumbline.checks.AnnotatorsPublisher", false,
                            "io.jenkins.plugins.plumbline.checks.ChecksApiPublisher", true,
                            "io.jenkins.plugins.plumbline.checks.CredentialsTokenSource", true)));
        }
    }

    /** Jenkins looks at the methods of each extension: it skips an optional one there whose plugin is missing. */
    @Test
    void extensionsThatNeedAMissingPluginAreSkipped() throws Exception {
        Map<String, String> checks = Map.of("io.jenkins.plugins.checks.", "ChecksApiPublisher");
        Map<String, String> credentials = Map.of("com.cloudbees.", "CredentialsTokenSource");
        Map<String, String> plain = Map.of("org.jenkinsci.plugins.plaincredentials.", "CredentialsTokenSource");
        for (Map<String, String> missing : List.of(checks, credentials, plain)) {
            try (URLClassLoader loader = own(missing.keySet().iterator().next())) {
                for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
                    Class<?> extension = Class.forName(item.className(), false, loader);
                    if (missing.containsValue(extension.getSimpleName())) {
                        assertThatThrownBy(extension::getDeclaredMethods).isInstanceOf(NoClassDefFoundError.class);
                    } else {
                        assertThat(extension.getDeclaredMethods())
                                .as(item.className())
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void symbolsAreIndexed() throws Exception {
        TreeSet<String> marked = new TreeSet<>();
        try (URLClassLoader loader = own()) {
            for (String name : CLASSES.keySet()) {
                if (name.endsWith(".class")) {
                    Class<?> type = Class.forName(name.replace('/', '.').replace(".class", ""), false, loader);
                    if (type.isAnnotationPresent(Symbol.class)) {
                        marked.add(type.getName());
                    }
                }
            }
        }
        assertThat(text("META-INF/services/annotations/org.jenkinsci.Symbol").lines())
                .containsExactlyInAnyOrderElementsOf(marked);
    }

    /** Stapler binds what a form sends by the names of constructors' parameters. */
    @Test
    void parametersHaveTheirNames() throws Exception {
        try (URLClassLoader loader = own()) {
            assertThat(loader.loadClass("io.jenkins.plugins.plumbline.QualityGate")
                            .getConstructors()[0]
                            .getParameters()[0])
                    .matches(parameter ->
                            parameter.isNamePresent() && parameter.getName().equals("threshold"));
        }
    }

    @Test
    void viewsAndHelpLieBesideTheirClasses() {
        assertThat(CLASSES)
                .containsKeys(
                        "index.jelly",
                        "images/symbols/plumbline.svg",
                        "io/jenkins/plugins/plumbline/page.js",
                        "io/jenkins/plugins/plumbline/page.css",
                        "io/jenkins/plugins/plumbline/tags/taglib",
                        "io/jenkins/plugins/plumbline/PlumblineStep/config.jelly",
                        "io/jenkins/plugins/plumbline/PlumblineStep/help-inputs.html",
                        "io/jenkins/plugins/plumbline/PlumblineBuilder/help-inputs.html");
    }

    /** Both POMs build the same plugin. */
    @Test
    void theStandardPomSaysTheSame() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", "pom.xml").toFile());
        XPath xpath = XPathFactory.newInstance().newXPath();
        assertThat(xpath.evaluate("/project/parent/artifactId", pom)).isEqualTo("plugin");
        assertThat(xpath.evaluate("/project/parent/version", pom)).startsWith("6.");
        assertThat(xpath.evaluate("/project/packaging", pom)).isEqualTo("hpi");
        assertThat(xpath.evaluate("/project/groupId", pom)).isEqualTo(manifest.getValue("Group-Id"));
        assertThat(xpath.evaluate("/project/artifactId", pom)).isEqualTo(manifest.getValue("Artifact-Id"));
        assertThat(xpath.evaluate("/project/properties/plumbline.version", pom))
                .isEqualTo(System.getProperty("plumbline.version"));
        assertThat(xpath.evaluate("/project/properties/jenkins.version", pom)
                        .replace("${jenkins.baseline}", xpath.evaluate("/project/properties/jenkins.baseline", pom)))
                .isEqualTo(manifest.getValue("Jenkins-Version"));
        assertThat(xpath.evaluate("//pluginFirstClassLoader", pom))
                .isEqualTo(manifest.getValue("PluginFirstClassLoader"));
        for (String dependency : manifest.getValue("Plugin-Dependencies").split(",")) {
            String artifact = dependency.substring(0, dependency.indexOf(':'));
            assertThat(xpath.evaluate(
                            "count(/project/dependencies/dependency[artifactId='" + artifact + "'][not(scope)])", pom))
                    .as(artifact)
                    .isEqualTo("1");
            assertThat(xpath.evaluate("/project/dependencies/dependency[artifactId='" + artifact + "']/optional", pom))
                    .as(artifact)
                    .isEqualTo(dependency.contains("optional") ? "true" : "");
        }
    }

    @Test
    void theStandardPomNamesTheSameLibraries() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", "pom.xml").toFile());
        XPath xpath = XPathFactory.newInstance().newXPath();
        assertThat(xpath.evaluate("/project/properties/hpi.bundledArtifacts", pom)
                        .split(","))
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(libraries()
                        .filter(name -> !name.equals("plumbline.jar"))
                        .toList());
        assertThat(FILES)
                .containsKey("WEB-INF/lib/guava-" + xpath.evaluate("/project/properties/guava.version", pom) + ".jar");
    }

    private static URLClassLoader own() throws IOException {
        return own("nothing is missing");
    }

    /** @param missing the package of a plugin that is not installed */
    private static URLClassLoader own(String missing) throws IOException {
        Path jar = Files.createTempFile("plumbline", ".jar");
        jar.toFile().deleteOnExit();
        Files.write(jar, FILES.get(OWN));
        // Its own classes before those of the test's class path, from which Jenkins' signatures come.
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, PluginFileIT.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith(missing)) {
                    throw new ClassNotFoundException(name);
                }
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    if (loaded == null && name.startsWith("io.jenkins.plugins.plumbline.")) {
                        loaded = findClass(name);
                    }
                    return loaded != null ? loaded : super.loadClass(name, resolve);
                }
            }
        };
    }

    private static String text(String name) throws IOException {
        try (InputStream in = new ByteArrayInputStream(CLASSES.get(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
