package dev.plumbline.benchmarks;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Scanner;
import dev.plumbline.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long each report takes for a scan with at least 5,000 findings. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ReportBenchmark {
    private static final int FINDINGS = 5000;
    private static final int FILES = 80;

    @Param({"CONSOLE", "SARIF", "JSON", "HTML", "MARKDOWN", "JUNIT", "GITLAB", "SONAR", "CSV"})
    private ReportFormat format;

    private ScanResult result;

    /** Scans a repository of resources of many kinds, none of them well configured. */
    @Setup
    public void scan() throws IOException {
        Path directory = Files.createTempDirectory("reports");
        for (int i = 0; i < FILES; i++) {
            Path root = Files.createDirectory(directory.resolve("service" + i));
            Files.writeString(root.resolve("main.tf"), """
                    variable "name" { default = "service%1$d" }

                    resource "aws_s3_bucket" "data" {
                      count  = 4
                      bucket = "${var.name}-${count.index}"
                    }

                    resource "aws_db_instance" "orders" {
                      identifier          = var.name
                      engine              = "postgres"
                      instance_class      = "db.t4g.micro"
                      publicly_accessible = true
                      storage_encrypted   = false
                    }

                    resource "aws_security_group" "web" {
                      name = var.name
                      ingress {
                        from_port   = 0
                        to_port     = 65535
                        protocol    = "tcp"
                        cidr_blocks = ["0.0.0.0/0"]
                      }
                    }

                    resource "azurerm_storage_account" "logs" {
                      name                       = "logs%1$d"
                      resource_group_name        = "logs"
                      location                   = "westeurope"
                      account_tier               = "Standard"
                      account_replication_type   = "LRS"
                      https_traffic_only_enabled = false
                      min_tls_version            = "TLS1_0"
                    }
                    """.formatted(i));
        }
        result = Scanner.scan(ScanRequest.of(directory));
        long findings = result.findings(Verdict.FAIL).count();
        if (findings < FINDINGS) {
            throw new IllegalStateException("only " + findings + " findings");
        }
    }

    /** The bytes of the report. */
    @Benchmark
    public int publish() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.publisher().publish(result, PublishOptions.DEFAULT, out);
        return out.size();
    }
}
