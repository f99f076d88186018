package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.comparison.Base;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an earlier state only where it differs is what a scan of that state finds. */
class BaseScanTest {

    /** Each file in several versions; an empty one is not there. */
    private static final Map<String, List<String>> FILES = new LinkedHashMap<>();

    static {
        FILES.put("modules/bucket/main.tf", List.of("""
                variable "acl" { default = "private" }
                resource "aws_s3_bucket" "this" { bucket = "b" }
                resource "aws_s3_bucket_acl" "this" {
                  bucket = aws_s3_bucket.this.id
                  acl    = var.acl
                }
                """, """
                variable "acl" { default = "public-read" }
                resource "aws_s3_bucket_acl" "this" {
                  bucket = "b"
                  acl    = var.acl
                }
                """, ""));
        FILES.put("modules/bucket/more.tf", List.of("", "resource \"aws_sns_topic\" \"t\" {}\n"));
        FILES.put("modules/net/main.tf", List.of("""
                module "logs" { source = "../bucket" }
                resource "aws_security_group" "web" {
                  ingress {
                    from_port   = 22
                    to_port     = 22
                    protocol    = "tcp"
                    cidr_blocks = [var.cidr]
                  }
                }
                variable "cidr" {}
                """, """
                resource "aws_security_group" "web" {}
                variable "cidr" {}
                """));
        FILES.put("live/dev/main.tf", List.of("""
                module "net" {
                  source = "../../modules/net"
                  cidr   = trimspace(file("${path.module}/cidr.txt"))
                }
                """, """
                module "logs" {
                  source = "../../modules/bucket"
                  acl    = var.acl
                }
                variable "acl" {}
                """, ""));
        FILES.put("live/dev/cidr.txt", List.of("0.0.0.0/0", "10.0.0.0/8", ""));
        FILES.put("live/dev/terraform.tfvars", List.of("", "acl = \"public-read\"\n", "acl = \"private\"\n"));
        FILES.put("live/prod/main.tf", List.of("""
                module "net" {
                  source = "../../modules/net"
                  cidr   = length(fileset(path.module, "*.txt")) > 0 ? "0.0.0.0/0" : "10.0.0.0/8"
                }
                """, ""));
        FILES.put("live/prod/any.txt", List.of("", "x"));
        FILES.put("cfn/net.yaml", List.of("""
                Resources:
                  Topic: {Type: 'AWS::SNS::Topic'}
                Outputs:
                  Cidr: {Value: 0.0.0.0/0, Export: {Name: cidr}}
                """, """
                Resources:
                  Topic: {Type: 'AWS::SNS::Topic'}
                Outputs:
                  Cidr: {Value: 10.0.0.0/8, Export: {Name: cidr}}
                """, ""));
        FILES.put("cfn/app.yaml", List.of("""
                Resources:
                  Web:
                    Type: AWS::EC2::SecurityGroup
                    Properties:
                      GroupDescription: web
                      SecurityGroupIngress:
                        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !ImportValue cidr}
                  Child:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: child.yaml}
                """, """
                Resources:
                  Bucket: {Type: 'AWS::S3::Bucket'}
                """));
        FILES.put("cfn/child.yaml", List.of("""
                Resources:
                  Bucket: {Type: 'AWS::S3::Bucket', Properties: {AccessControl: PublicRead}}
                """, """
                Resources:
                  Bucket: {Type: 'AWS::S3::Bucket'}
                """, ""));
        FILES.put("cfn/other.yaml", List.of("", """
                Resources:
                  Topic: {Type: 'AWS::SNS::Topic'}
                Outputs:
                  Cidr: {Value: 0.0.0.0/0, Export: {Name: cidr}}
                """));
        FILES.put("arm/azuredeploy.json", List.of(storage("parameters('https')"), storage("true"), ""));
        FILES.put("arm/azuredeploy.parameters.json", List.of(parameters(true), parameters(false), ""));
    }

    private static String storage(String https) {
        return """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "parameters": { "https": { "type": "bool", "defaultValue": false } },
                  "resources": [{
                    "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "logs",
                    "location": "westeurope", "sku": { "name": "Standard_LRS" }, "kind": "StorageV2",
                    "properties": { "supportsHttpsTrafficOnly": "[%s]" }
                  }]
                }
                """.formatted(https);
    }

    private static String parameters(boolean https) {
        return """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
                  "contentVersion": "1.0.0.0",
                  "parameters": { "https": { "value": %s } }
                }
                """.formatted(https);
    }

    @TempDir
    private Path now;

    @TempDir
    private Path before;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatAScanOfThatStateFinds(int seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            Map<String, String> state = FILES.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            file -> file.getValue()
                                    .get(random.nextInt(file.getValue().size())),
                            (left, right) -> left,
                            LinkedHashMap::new));
            Map<String, String> other = new LinkedHashMap<>(state);
            List<String> paths = List.copyOf(FILES.keySet());
            for (int change = random.nextInt(4); change >= 0; change--) {
                String path = paths.get(random.nextInt(paths.size()));
                List<String> versions = FILES.get(path);
                other.put(path, versions.get(random.nextInt(versions.size())));
            }
            write(now, state);
            write(before, other);

            ScanRequest request = ScanRequest.of(now);
            ScanResult full = Scanner.scan(ScanRequest.of(before));
            Comparison expected = Scanner.scan(request.withBaseline(
                            Baseline.of("before", full.findings(), full.score().percent())))
                    .comparison();
            ScanResult result = Scanner.scan(request, FrontEnd.Progress.NONE, base(before));

            assertThat(result.comparison())
                    .as("seed %d, round %d, now %s, before %s", seed, round, state, other)
                    .isEqualTo(expected);
        }
    }

    @Test
    void readsNothingAgainThatIsTheSame() throws IOException {
        Map<String, String> state = new LinkedHashMap<>();
        FILES.forEach((path, versions) -> state.put(path, versions.get(0)));
        write(now, state);
        state.put("live/dev/cidr.txt", "10.0.0.0/8");
        write(before, state);
        List<String> read = new ArrayList<>();

        ScanResult result = Scanner.scan(ScanRequest.of(now), read::add, base(before));

        assertThat(read).filteredOn("live/dev"::equals).hasSize(2);
        assertThat(read).filteredOn("live/prod"::equals).hasSize(1);
        assertThat(read).filteredOn("cfn/app.yaml"::equals).hasSize(1);
        assertThat(result.comparison().changes()).isNotEmpty();
    }

    private static Base base(Path directory) {
        return new Base() {
            @Override
            public String name() {
                return "before";
            }

            @Override
            public SourceTree open(SourceTree scanned) throws IOException {
                return SourceTree.open(directory);
            }
        };
    }

    private static void write(Path directory, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> entry : files.entrySet()) {
            Path file = directory.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            if (entry.getValue().isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, entry.getValue());
            }
        }
    }
}
