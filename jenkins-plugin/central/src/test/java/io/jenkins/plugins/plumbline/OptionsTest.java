package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.jenkins.Signature;
import hudson.model.Item;
import hudson.security.Permission;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.scan.Options;
import io.jenkins.plugins.plumbline.support.JellyRenderer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The options that a form and a Jenkinsfile can set. */
class OptionsTest {
    private static final String ROOT = "/io/jenkins/plugins/plumbline/";

    private static Map<String, Class<?>> settable(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .collect(Collectors.toMap(
                        method -> Character.toLowerCase(method.getName().charAt(3))
                                + method.getName().substring(4),
                        method -> method.getParameterTypes()[0],
                        (left, right) -> left,
                        TreeMap::new));
    }

    private static Object get(Object owner, String option) throws ReflectiveOperationException {
        String name = Character.toUpperCase(option.charAt(0)) + option.substring(1);
        for (Method method : owner.getClass().getMethods()) {
            if (method.getName().equals("get" + name) || method.getName().equals("is" + name)) {
                return method.invoke(owner);
            }
        }
        throw new AssertionError("no getter for " + option);
    }

    private static void set(Object owner, String option, Object value) throws ReflectiveOperationException {
        String name = "set" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
        for (Method method : owner.getClass().getMethods()) {
            if (method.getName().equals(name)) {
                method.invoke(owner, value);
                return;
            }
        }
        throw new AssertionError("no setter for " + option);
    }

    @Test
    void theStepAndTheBuildStepHaveTheSameOptions() {
        assertThat(settable(PlumblineStep.class)).isEqualTo(settable(PlumblineBuilder.class));
        Set<String> fields = Arrays.stream(Options.class.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        fields.add("qualityGates");
        assertThat(settable(PlumblineStep.class).keySet()).isEqualTo(fields);
    }

    /** So that the snippet generator prints nothing but what was changed. */
    @Test
    void defaultsOfBothAreThoseOfTheOptions() throws Exception {
        Options defaults = new Options();
        for (Object owner : List.of(new PlumblineStep(), new PlumblineBuilder())) {
            for (String option : settable(PlumblineStep.class).keySet()) {
                Object expected = option.equals("qualityGates")
                        ? List.of()
                        : Options.class.getField(option).get(defaults);
                assertThat(get(owner, option)).as(option).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatIsSetIsGiven() throws Exception {
        Map<Class<?>, Object> samples = Map.of(
                String.class,
                "x",
                Double.class,
                12.5,
                boolean.class,
                true,
                Criticality.class,
                Criticality.NONE,
                ChecksScope.class,
                ChecksScope.ALL,
                List.class,
                List.of(new QualityGate(2)));
        for (Object owner : List.of(new PlumblineStep(), new PlumblineBuilder())) {
            for (Map.Entry<String, Class<?>> option :
                    settable(PlumblineStep.class).entrySet()) {
                Object sample = samples.get(option.getValue());
                set(owner, option.getKey(), sample);
                assertThat(get(owner, option.getKey())).as(option.getKey()).isEqualTo(sample);
            }
        }
    }

    @Test
    void anEmptyFieldOfAFormMeansTheDefault() throws Exception {
        PlumblineBuilder builder = new PlumblineBuilder();
        set(builder, "id", "");
        set(builder, "reportDirectory", " ");
        set(builder, "checks", null);
        set(builder, "qualityGates", null);
        assertThat(builder.getId()).isEqualTo("plumbline");
        assertThat(builder.getReportDirectory()).isEqualTo("plumbline");
        assertThat(builder.getChecks()).isEqualTo(ChecksScope.NEW);
        assertThat(builder.getQualityGates()).isEmpty();
    }

    @Test
    void everyTextIsExpandedInAFreestyleJob() throws Exception {
        Options options = new Options();
        for (Field field : Options.class.getFields()) {
            if (field.getType() == String.class && !Modifier.isStatic(field.getModifiers())) {
                field.set(options, "$X");
            }
        }
        options.minScore = 3.0;
        options.scoreDrop = 4.0;
        options.newOnly = true;
        options.allowUnassessed = true;
        options.onlyChanges = true;
        options.foreignExemptions = false;
        options.criticality = Criticality.NONE;
        options.checks = ChecksScope.ALL;
        Options mapped = options.mapped(text -> text.replace("$X", "y"));
        for (Field field : Options.class.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                Object expected = field.getType() == String.class ? "y" : field.get(options);
                assertThat(field.get(mapped)).as(field.getName()).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyOptionHasAFieldAndHelpBesideBothClasses() throws IOException {
        Set<String> options = settable(PlumblineBuilder.class).keySet();
        assertThat(fields("PlumblineBuilder")).containsExactlyInAnyOrderElementsOf(options);
        for (String owner : List.of("PlumblineStep", "PlumblineBuilder")) {
            for (String option : options) {
                assertThat(resource(owner + "/help-" + option + ".html"))
                        .startsWith("<div>")
                        .endsWith("</div>\n");
            }
            assertThat(resource(owner + "/help.html")).contains("returns a map");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {QualityGate.class, PlumblineConfiguration.class})
    void otherFormsHaveHelpForEachFieldToo(Class<?> owner) throws IOException {
        Set<String> options = new TreeSet<>(settable(owner).keySet());
        if (owner == QualityGate.class) {
            options.add("threshold");
        }
        assertThat(fields(owner.getSimpleName())).containsExactlyInAnyOrderElementsOf(options);
        for (String option : options) {
            assertThat(resource(owner.getSimpleName() + "/help-" + option + ".html"))
                    .startsWith("<div>");
        }
    }

    @Test
    void theReadmeTellsEachOption() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Set<String> options = new TreeSet<>(settable(PlumblineBuilder.class).keySet());
        options.addAll(settable(QualityGate.class).keySet());
        options.add("threshold");
        assertThat(options).allSatisfy(option -> assertThat(readme).contains("\n| `" + option + "` | "));
    }

    /** Jenkins' rule for methods that a browser can call. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                PlumblineBuilder.DescriptorImpl.class,
                PlumblineStep.DescriptorImpl.class,
                QualityGate.DescriptorImpl.class,
                PlumblineConfiguration.class,
                PlumblineAction.class,
                PlumblineJobAction.class,
                RulePage.class,
                FindingPage.class
            })
    void whatAFormCallsIsPosted(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().startsWith("do") && Modifier.isPublic(method.getModifiers())) {
                assertThat(method.isAnnotationPresent(POST.class))
                        .as(method.toString())
                        .isTrue();
                assertThat(method.getName()).matches("do(Check|Fill)[A-Z].*");
                String field = Character.toLowerCase(method.getName().charAt("doFill".length()))
                        + method.getName().substring("doFill".length() + 1).replace("Items", "");
                Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(QueryParameter.class))
                        .forEach(parameter -> assertThat(parameter
                                        .getAnnotation(QueryParameter.class)
                                        .value())
                                .isEqualTo(method.getName().startsWith("doFill") ? field : "value"));
            }
        }
    }

    /** A request need not come from the form. */
    @Test
    void aCheckWithoutAValueIsNoError() throws Exception {
        Item own = item();
        Object[] forms = {
            new PlumblineBuilder.DescriptorImpl(), new QualityGate.DescriptorImpl(),
        };
        for (Object form : forms) {
            for (Method method : form.getClass().getDeclaredMethods()) {
                if (method.getName().startsWith("doCheck")) {
                    try {
                        method.invoke(form, own, null);
                    } catch (InvocationTargetException e) { // of Jenkins there are signatures only
                        assertThat(e.getCause()).as(method.toString()).isInstanceOf(Signature.class);
                    }
                }
            }
        }
    }

    /** A job that the reader may do anything to. */
    private static Item item() {
        return new Item() {
            @Override
            public String getDisplayName() {
                return "job";
            }

            @Override
            public boolean hasPermission(Permission permission) {
                return true;
            }
        };
    }

    @Test
    void choicesOfAFormAreFilled() {
        Function<Class<?>, Set<String>> filled = type -> Arrays.stream(type.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("doFill"))
                .collect(Collectors.toSet());
        assertThat(filled.apply(PlumblineBuilder.DescriptorImpl.class))
                .containsExactlyInAnyOrder(
                        "doFillFailOnItems", "doFillCriticalityItems", "doFillChecksItems", "doFillCredentialsIdItems");
        assertThat(selects("PlumblineBuilder"))
                .containsExactlyInAnyOrder("failOn", "criticality", "checks", "credentialsId");
        assertThat(filled.apply(QualityGate.DescriptorImpl.class))
                .containsExactlyInAnyOrder("doFillTypeItems", "doFillSeverityItems", "doFillCriticalityItems");
        assertThat(selects("QualityGate")).containsExactlyInAnyOrder("type", "severity", "criticality");
    }

    private static List<String> fields(String owner) {
        NodeList entries = JellyRenderer.parse(ROOT + owner + "/config.jelly").getElementsByTagName("f:entry");
        return elements(entries)
                .map(entry -> entry.getAttribute("field"))
                .filter(field -> !field.isEmpty())
                .toList();
    }

    private static List<String> selects(String owner) {
        NodeList selects = JellyRenderer.parse(ROOT + owner + "/config.jelly").getElementsByTagName("f:select");
        return elements(selects)
                .map(select -> ((Element) select.getParentNode()).getAttribute("field"))
                .toList();
    }

    private static java.util.stream.Stream<Element> elements(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(OptionsTest.class.getResourceAsStream(ROOT + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
