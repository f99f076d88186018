package dev.plumbline.benchmarks;

import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.TerraformFrontEnd;
import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.catalog.Catalog;
import dev.plumbline.rules.engine.Assessor;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.engine.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the built-in rules add to a scan: the time goes with the types that are there, not with the rules that there are. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CatalogueBenchmark {
    private static final int RESOURCES_OF_A_TYPE = 5;

    /** Named here and not taken from the catalogue, which is to be read for the first time. */
    private static final List<String> TYPES = List.of(
            "aws_db_instance",
            "aws_s3_bucket",
            "aws_instance",
            "aws_security_group",
            "aws_iam_role",
            "aws_iam_policy",
            "aws_kms_key",
            "aws_lambda_function",
            "aws_sqs_queue",
            "aws_sns_topic",
            "aws_dynamodb_table",
            "aws_ecs_service",
            "aws_ecs_task_definition",
            "aws_eks_cluster",
            "aws_lb",
            "aws_lb_listener",
            "aws_cloudfront_distribution",
            "aws_api_gateway_stage",
            "aws_apigatewayv2_stage",
            "aws_cloudtrail",
            "aws_cloudwatch_log_group",
            "aws_codebuild_project",
            "aws_docdb_cluster",
            "aws_ebs_volume",
            "aws_ecr_repository",
            "aws_efs_file_system",
            "aws_elasticache_replication_group",
            "aws_glue_job",
            "aws_kinesis_stream",
            "aws_launch_template",
            "aws_msk_cluster",
            "aws_neptune_cluster",
            "aws_opensearch_domain",
            "aws_rds_cluster",
            "aws_redshift_cluster",
            "aws_sagemaker_notebook_instance",
            "aws_secretsmanager_secret",
            "aws_sfn_state_machine",
            "aws_subnet",
            "aws_vpc");

    /** A configuration, read and evaluated. */
    @State(Scope.Benchmark)
    public static class Input {
        /** How many types the resources are of. */
        @Param({"1", "10", "40"})
        public int types;

        private ScanUnit unit;
        private Set<String> present;

        /** Writes the configuration, and reads it. */
        @Setup(Level.Trial)
        public void read() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < types * RESOURCES_OF_A_TYPE; i++) {
                text.append("resource \"%s\" \"r%d\" {}%n".formatted(TYPES.get(i % types), i));
            }
            Path directory = Files.createTempDirectory("catalogue");
            Path file = Files.writeString(directory.resolve("main.tf"), text);
            unit = new TerraformFrontEnd()
                    .read(SourceTree.open(directory), Inputs.NONE, FrontEnd.Progress.NONE)
                    .get(0);
            Files.delete(file);
            Files.delete(directory);
            present = unit.worlds().get(0).graph().resources().stream()
                    .map(ResourceTypes::key)
                    .collect(Collectors.toSet());
        }
    }

    private static Object run(Input input) {
        List<CompiledRule> rules = Catalog.builtIn().about(input.present);
        return new Assessor(new RuleSet(rules)).assess(input.unit);
    }

    /** The first time in a process: what a scan from the command line pays. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(10)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Object cold(Input input) {
        return run(input);
    }

    /** Again in a process that is warm: what another unit costs. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public Object warm(Input input) {
        return run(input);
    }
}
