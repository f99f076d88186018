package dev.plumbline.cli;

import dev.plumbline.iac.DeepStack;
import dev.plumbline.iac.ExpressionEvaluator;
import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.arm.ArmFrontEnd;
import dev.plumbline.iac.cloudformation.CloudFormationFrontEnd;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.TerraformFrontEnd;
import dev.plumbline.publish.text.Neutral;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code plumbline eval}: what expressions evaluate to, a line each. */
@Command(
        name = "eval",
        sortOptions = false,
        description = {
            "Evaluates expressions in the scope of a Terraform root module, an ARM template or a CloudFormation template."
                    + " Prints a line for each, in order: its value as compact JSON, or 'unknown: REASON', or 'error: WHAT'. Ends with 0 if each has its line."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline eval infra 'local.name' 'aws_s3_bucket.logs.tags'",
            "  plumbline eval infra --var-file prod.tfvars 'cidrsubnet(var.cidr, 8, 1)'",
            "  plumbline eval stack.yaml --parameters prod.json '!Ref Env' 'Bucket.BucketName'",
        })
final class EvalCommand implements Callable<Integer>, Debuggable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PATH", description = "The root module's directory, or the template.")
    private Path path;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "EXPRESSION", description = "Expressions of the language.")
    private List<String> expressions;

    @Option(
            names = "--trace",
            description =
                    "Below each value, tell where its parts were written, step by step. Sensitive values are masked.")
    private boolean trace;

    @Mixin
    private ValueOptions values;

    @Mixin
    private OutputOptions output;

    EvalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean debug() {
        return output.debug();
    }

    @Override
    public Integer call() throws IOException {
        // Unknown options are taken for expressions, of which none starts like this.
        for (String expression : expressions) {
            if (expression.matches("--[a-z][a-z-]*(=.*)?")) {
                throw new UnmatchedArgumentException(spec.commandLine(), List.of(expression));
            }
        }
        Path working = terminal.directory();
        Path module = working.resolve(path).normalize();
        if (!Files.exists(module)) {
            throw new ParameterException(spec.commandLine(), "there is no " + path);
        }
        Path base = BaseDirectory.of(working, List.of(module));
        Inputs inputs = values.inputs(spec.commandLine(), terminal);
        SourceTree tree = SourceTree.open(base, List.of(module), List.of());
        String unit = base.relativize(module).toString().replace('\\', '/');
        ExpressionEvaluator evaluator = evaluator(tree, unit, Files.isDirectory(module));
        PrintWriter out = spec.commandLine().getOut();
        for (Evaluation evaluation : DeepStack.call(() -> evaluator.evaluate(tree, unit, inputs, expressions))) {
            out.println(printable(evaluation.line()));
            if (trace && evaluation.diagnostics().isEmpty()) {
                OriginTrace.of(evaluation.value()).forEach(step -> out.println(printable(step)));
            }
        }
        out.flush();
        return ExitCode.PASSED;
    }

    /** A directory is a Terraform module; a file, a template of the language that it looks like. */
    private static ExpressionEvaluator evaluator(SourceTree tree, String unit, boolean directory) {
        if (directory) {
            return new TerraformFrontEnd();
        }
        return CloudFormationFrontEnd.isTemplate(tree, unit) ? new CloudFormationFrontEnd() : new ArmFrontEnd();
    }

    /** The same line in printable characters: within JSON, the escape stands for the character. */
    private static String printable(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            if (Neutral.isShown(c)) {
                text.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    text.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return text.toString();
    }
}
