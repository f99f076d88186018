package dev.plumbline.maven;

import dev.plumbline.git.GitBase;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Scanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals that assess templates have in common: what to assess, and how to judge it. */
abstract class ScanMojo extends AbstractMojo {

    /** Whether to do nothing. */
    @Parameter(property = "plumbline.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The directory that reported paths are relative to, and that templates may refer to files within. By default the
     * root of the build, which is the directory with {@code .mvn} or the one that Maven was started in, where the
     * project lies below it; otherwise the project's directory.
     */
    @Parameter(property = "plumbline.baseDirectory")
    private File baseDirectory;

    /**
     * The files and directories to assess. By default the project's directory, without the directories of modules in the
     * same build that are assessed by themselves, and of that what {@code plumbline.yaml} says.
     */
    @Parameter(property = "plumbline.inputs")
    private List<File> inputs;

    /**
     * What not to assess: globs over paths relative to the base directory, like <code>**&#47;sandbox/**</code>. Build
     * results, {@code .git}, {@code .terraform} and {@code node_modules} are never looked into.
     */
    @Parameter(property = "plumbline.excludes")
    private List<String> excludes;

    /**
     * An organisation's policy, which neither {@code plumbline.yaml} nor parameters can loosen: files, directories of YAML
     * files, or {@code classpath:} and a resource of a dependency of the plugin.
     */
    @Parameter(property = "plumbline.policy")
    private List<String> policy;

    /** Whether the {@code plumbline.yaml} files of what is assessed count. */
    @Parameter(property = "plumbline.configurationFiles", defaultValue = "true")
    private boolean configurationFiles;

    /** The least severity that fails the build: critical, high, medium, low, or none. By default high. */
    @Parameter(property = "plumbline.failOnSeverity")
    private String failOnSeverity;

    /** The least secure score, from 0 to 100, that passes. By default any does. */
    @Parameter(property = "plumbline.minScore")
    private Double minScore;

    /** By how many points the secure score may be below that of the baseline. By default by any number. */
    @Parameter(property = "plumbline.maxScoreDrop")
    private Double maxScoreDrop;

    /** How many findings of a severity are let pass, like {@code <low>50</low>}. By default any number is. */
    @Parameter
    private Map<String, String> maxFindings;

    /** What follows from unknown verdicts on what could fail the build: ignore, warn or fail. By default ignore. */
    @Parameter(property = "plumbline.unknown")
    private String unknown;

    /** What follows from what could not be read or assessed: ignore, warn or fail. By default fail. */
    @Parameter(property = "plumbline.unassessed")
    private String unassessed;

    /** Whether to let pass what could not be read or assessed: the same as to ignore it. */
    @Parameter(property = "plumbline.allowUnassessed")
    private Boolean allowUnassessed;

    /** What follows from exemptions that exempt nothing: ignore, warn or fail. By default ignore. */
    @Parameter(property = "plumbline.unusedExemptions")
    private String unusedExemptions;

    /** Values of Terraform variables by name, as with {@code terraform -var}. */
    @Parameter
    private Map<String, String> variables;

    /** Files of Terraform variables, as with {@code terraform -var-file}. */
    @Parameter(property = "plumbline.variableFiles")
    private List<File> variableFiles;

    /** Parameter files of ARM and CloudFormation templates. */
    @Parameter(property = "plumbline.parameterFiles")
    private List<File> parameterFiles;

    /** Directories of rule files of your own, which add to the built-in ones. */
    @Parameter(property = "plumbline.ruleDirectories")
    private List<File> ruleDirectories;

    /** What the goal baseline wrote, or a JSON or SARIF report of an earlier check: its findings are known. */
    @Parameter(property = "plumbline.baseline")
    private File baseline;

    /**
     * A git revision, such as origin/main: the findings at the commit where the work branched off from it are known. The
     * commit is read out of the repository, nothing is checked out.
     */
    @Parameter(property = "plumbline.base")
    private String base;

    /** Whether known findings are let pass. */
    @Parameter(property = "plumbline.newOnly")
    private Boolean newOnly;

    /**
     * Whether exemptions are honoured that are written for other scanners: comments like checkov:skip and tfsec:ignore,
     * the metadata of Checkov, cfn_nag and cfn-lint. By default they are.
     */
    @Parameter(property = "plumbline.foreignExemptions")
    private Boolean foreignExemptions;

    /** Whether of a Terraform plan only the resources are assessed that it creates or changes. */
    @Parameter(property = "plumbline.onlyChanges")
    private Boolean onlyChanges;

    /**
     * Where reports are written, each as {@code plumbline.} and its format. By default {@code plumbline} in the
     * project's build directory.
     */
    @Parameter(property = "plumbline.outputDirectory")
    private File outputDirectory;

    /**
     * Where the pages of {@code docs/rules} are published, or an address with <code>{id}</code> in the place of a rule's
     * id: reports link each rule to its page.
     */
    @Parameter(property = "plumbline.ruleDocs")
    private String ruleDocs;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** What the goal is for, done unless it is to be skipped. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Whether what other modules of the build assess by themselves is theirs alone. */
    boolean leavesModulesToThemselves() {
        return true;
    }

    final PublishOptions publishOptions() throws MojoExecutionException {
        if (ruleDocs == null) {
            return PublishOptions.DEFAULT;
        }
        try {
            return PublishOptions.DEFAULT.withRules(RuleLinks.to(ruleDocs));
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    "Parameter 'ruleDocs' (plumbline.ruleDocs): " + e.getMessage()
                            + "; give the address of the published pages.",
                    e);
        }
    }

    final boolean isSkipped() {
        return skip;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Plumbline is skipped (plumbline.skip)");
            return;
        }
        run();
    }

    /** Assesses, and compares with the git base where there is one. */
    final ScanResult scan(ScanRequest request) throws MojoExecutionException {
        if (base == null) {
            return scanAlone(request);
        }
        try (GitBase earlier = GitBase.of(request.base(), base)) {
            return Scanner.scan(request, FrontEnd.Progress.NONE, earlier);
        } catch (IOException e) {
            throw new MojoExecutionException("Parameter 'base' (plumbline.base): " + e.getMessage() + ".", e);
        }
    }

    static ScanResult scanAlone(ScanRequest request) throws MojoExecutionException {
        try {
            return Scanner.scan(request);
        } catch (IOException e) {
            throw new MojoExecutionException("The templates cannot be looked for: " + e, e);
        }
    }

    final CheckConfiguration configuration(List<String> reports) throws MojoExecutionException {
        Path directory = projectDirectory();
        Path root = baseDirectory == null ? defaultBase(directory) : normal(baseDirectory);
        List<Path> modules = leavesModulesToThemselves() && orEmpty(inputs).isEmpty()
                ? ReactorModules.checkedByOthers(session, directory, execution)
                : List.of();
        List<String> othersWork = Stream.concat(modules.stream(), Stream.of(buildDirectory(), reportDirectory()))
                .filter(path -> path.startsWith(root) && !path.equals(root))
                .map(path -> Globs.exactly(root.relativize(path)))
                .toList();
        return new CheckConfiguration(
                root,
                directory,
                paths(inputs),
                orEmpty(excludes),
                othersWork,
                gate(),
                variables == null ? Map.of() : variables,
                paths(variableFiles),
                paths(parameterFiles),
                paths(ruleDirectories),
                Policies.read(orEmpty(policy), root, directory, ScanMojo.class.getClassLoader()),
                configurationFiles,
                !modules.isEmpty() || (!paths(inputs).contains(root) && !directory.equals(root)),
                onlyChanges,
                foreignExemptions,
                orEmpty(reports));
    }

    private GateParameters gate() {
        return new GateParameters(
                failOnSeverity,
                minScore,
                maxScoreDrop,
                maxFindings,
                unknown,
                unassessed,
                unusedExemptions,
                allowUnassessed,
                baseline == null ? null : normal(baseline),
                base,
                newOnly);
    }

    /** Without a POM there is no project directory: what is meant is where Maven was started. */
    final Path projectDirectory() {
        return normal(
                project.getBasedir() == null ? new File(session.getExecutionRootDirectory()) : project.getBasedir());
    }

    private Path buildDirectory() {
        return project.getBasedir() == null
                ? projectDirectory().resolve("target")
                : normal(new File(project.getBuild().getDirectory()));
    }

    final Path reportDirectory() {
        return outputDirectory == null ? buildDirectory().resolve("plumbline") : normal(outputDirectory);
    }

    private Path defaultBase(Path directory) {
        File root = session.getRequest().getMultiModuleProjectDirectory();
        return root != null && directory.startsWith(normal(root)) ? normal(root) : directory;
    }

    private static List<Path> paths(List<File> files) {
        return orEmpty(files).stream().map(ScanMojo::normal).toList();
    }

    static Path normal(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
