package dev.plumbline.benchmarks;

import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.TerraformFrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the evaluation of a tree of modules takes: five levels, the first of them called for each of 2,000 keys, so
 * 10,000 module instances with a resource in each.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class TerraformModulesBenchmark {
    private static final int LEVELS = 5;

    private Path directory;

    /** Writes the files. */
    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("modules");
        Files.writeString(directory.resolve("main.tf"), """
                locals {
                  numbers = [for pair in setproduct(range(50), range(40)) : pair[0] * 40 + pair[1]]
                  keys = {
                    for i in local.numbers : "key-${i}" => { cidr = cidrsubnet("10.0.0.0/8", 16, i), index = i }
                  }
                }
                module "level" {
                  for_each = local.keys
                  source   = "./level1"
                  name     = each.key
                  settings = each.value
                }
                resource "example_summary" "all" {
                  for_each = local.keys
                  id       = module.level[each.key].id
                  path     = module.level[each.key].path
                }
                """);
        for (int level = 1; level <= LEVELS; level++) {
            boolean last = level == LEVELS;
            String inner = last ? "" : """
                            module "level" {
                              source   = "../level%d"
                              name     = "${var.name}-%d"
                              settings = merge(var.settings, { level = %d })
                            }
                            """.formatted(level + 1, level, level);
            Path module = Files.createDirectory(directory.resolve("level" + level));
            Files.writeString(
                    module.resolve("main.tf"), inner + """
                    variable "name" { type = string }
                    variable "settings" {
                      type = object({ cidr = string, index = number, level = optional(number, 0) })
                    }
                    resource "example_network" "this" {
                      name       = var.name
                      cidr_block = cidrsubnet(var.settings.cidr, 4, var.settings.level)
                      tags       = { Index = var.settings.index, Module = path.module }
                    }
                    output "id" { value = example_network.this.id }
                    output "path" { value = %s }
                    """.formatted(last ? "var.name" : "module.level.path"));
        }
    }

    /** All of it, from the files on. */
    @Benchmark
    public List<ScanUnit> evaluate() throws IOException {
        return new TerraformFrontEnd().read(SourceTree.open(directory), Inputs.NONE, Progress.NONE);
    }
}
