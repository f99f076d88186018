package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalTest {

    @TempDir
    private Path directory;

    @Test
    void expressionsOfACloudFormationTemplate() throws IOException {
        Files.writeString(directory.resolve("stack.yaml"), """
                Parameters:
                  Env: {Type: String}
                Resources:
                  Logs: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub "${Env}-logs"}}
                """);
        Files.writeString(directory.resolve("prod.json"), "{\"Parameters\": {\"Env\": \"prod\"}}");

        CommandLineRun run = CommandLineRun.in(
                directory, "eval", "stack.yaml", "--parameters", "prod.json", "Logs.BucketName", "!Ref AWS::Region");

        assertThat(run.out()).isEqualTo("\"prod-logs\"\nunknown: AWS::Region is known at deployment\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void expressionsOfAnArmTemplate() throws IOException {
        Files.writeString(directory.resolve("main.json"), """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "variables": {"name": "logs"},
                  "resources": []
                }
                """);

        CommandLineRun run = CommandLineRun.in(directory, "eval", "main.json", "[concat(variables('name'), '-x')]");

        assertThat(run.out()).isEqualTo("\"logs-x\"\n");
    }

    @Test
    void aPathThatDoesNotExistIsWrongUsage() {
        assertThat(CommandLineRun.in(directory, "eval", "none.yaml", "x").status())
                .isEqualTo(2);
    }
}
