package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.EvaluationException;
import dev.plumbline.iac.terraform.eval.Evaluator;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.eval.TemplateContext;
import dev.plumbline.iac.terraform.module.Module;
import dev.plumbline.iac.terraform.module.ModuleReader;
import dev.plumbline.iac.terraform.module.ModuleSources;
import dev.plumbline.iac.terraform.module.ProviderVersions;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.HclExpression;
import dev.plumbline.iac.terraform.syntax.HclParser;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A root module with everything that it calls, evaluated. */
public final class Configuration {
    /** How many resources and how many modules of a root module are evaluated. */
    private static final int MAX_RESOURCES = 50_000;

    /** How many instances of blocks with count or for_each are told apart. */
    static final int MAX_INSTANCES = 100_000;

    private static final int MAX_MODULES = 20_000;

    private final String directory;
    private final ModuleReader reader;
    private final ModuleSources sources;
    private final ProviderVersions providerVersions;
    private final Optional<String> workspace;
    private final TemplateContext context;
    private final OpenObjects open = new OpenObjects();
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Set<Exemption> exemptions = new LinkedHashSet<>();
    private final Scheduler scheduler = new Scheduler(this::report);
    private final RootVariables variables;
    private final ModuleInstance root;
    private int resources;
    private int modules;
    private int instances;

    /** @param directory the root module's */
    public Configuration(SourceTree tree, ModuleReader reader, String directory, Inputs inputs) {
        this.directory = directory;
        this.reader = reader;
        this.sources = new ModuleSources(tree, directory);
        this.providerVersions = new ProviderVersions(tree, directory);
        this.workspace = Workspaces.selected(tree, directory, inputs);
        this.context = new TemplateContext(tree, directory);
        Module module = reader.read(directory);
        addAll(module);
        this.root = new ModuleInstance(this, module, null, null, "", "", Bindings.NONE, List.of(), "");
        this.variables = new RootVariables(tree, directory, inputs, root.evaluator, this::report);
    }

    /** The resources and how they mention each other. */
    public ResourceGraph graph() {
        return new GraphBuilder(this).build(root);
    }

    /** What there is to say about all files that were read, in their order. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(new TreeSet<>(diagnostics));
    }

    /** What the files exempt that were read. */
    public Collection<Exemption> exemptions() {
        return Collections.unmodifiableCollection(exemptions);
    }

    /** Evaluates an expression in the root module's scope. */
    public Evaluation evaluate(String text) {
        HclExpression parsed = HclParser.parseExpression(new SourceFile("expression", text));
        if (parsed.expression().isEmpty()) {
            return error(parsed.diagnostics().get(0));
        }
        Question question = new Question(parsed.expression().get());
        scheduler.require(question);
        return question.answer;
    }

    private static Evaluation error(Diagnostic problem) {
        Unknown unknown = Unknown.because(Cause.ERROR, problem.summary());
        return new Evaluation(new UnknownValue(unknown, Origin.at(problem.range())), List.of(problem));
    }

    ModuleReader reader() {
        return reader;
    }

    ModuleSources sources() {
        return sources;
    }

    ProviderVersions providerVersions() {
        return providerVersions;
    }

    /** The workspace, where it is known. */
    Optional<String> workspace() {
        return workspace;
    }

    TemplateContext context() {
        return context;
    }

    OpenObjects open() {
        return open;
    }

    RootVariables variables() {
        return variables;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Adds what there is to say about a module's files, and what they exempt. */
    void addAll(Module module) {
        diagnostics.addAll(module.diagnostics());
        exemptions.addAll(module.exemptions());
    }

    boolean mayAddResource(SourceRange range) {
        return mayAdd(++resources, MAX_RESOURCES, "resources", range);
    }

    boolean mayAddModule(SourceRange range) {
        return mayAdd(++modules, MAX_MODULES, "modules", range);
    }

    boolean mayRepeat(int count) {
        boolean may = instances + count <= MAX_INSTANCES;
        instances += may ? count : 0;
        return may;
    }

    private boolean mayAdd(int count, int limit, String what, SourceRange range) {
        if (count > limit) {
            report(Diagnostic.error(
                    "terraform-too-many-" + what,
                    "The configuration has more than %,d %s".formatted(limit, what),
                    "Those beyond are not assessed.",
                    range));
        }
        return count <= limit;
    }

    /** A module's directory as {@code path.module} gives it: relative to the root module's. */
    String pathOf(String module) {
        if (module.equals(directory)) {
            return ".";
        }
        String[] from = directory.isEmpty() ? new String[0] : directory.split("/");
        String[] to = module.isEmpty() ? new String[0] : module.split("/");
        int shared = 0;
        while (shared < from.length && shared < to.length && from[shared].equals(to[shared])) {
            shared++;
        }
        String up = "../".repeat(from.length - shared);
        String path = up + String.join("/", List.of(to).subList(shared, to.length));
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** An expression that someone asks about. */
    private final class Question extends Node {
        private final Expression expression;
        private Evaluation answer;

        Question(Expression expression) {
            super("expression", expression.range());
            this.expression = expression;
        }

        @Override
        ModuleInstance scope() {
            return root;
        }

        @Override
        List<ScopeTraversal> findMentions() {
            return Mentions.in(expression);
        }

        @Override
        void evaluate() {
            Set<Diagnostic> problems = new LinkedHashSet<>();
            try {
                Result result = new Evaluator(root, context, problems::add).evaluate(expression, Bindings.NONE);
                answer = new Evaluation(result.value(), List.copyOf(problems));
            } catch (EvaluationException e) {
                answer = error(Diagnostic.error("terraform-expression", e.getMessage(), "", e.range()));
            }
        }
    }
}
