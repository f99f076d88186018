package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans, alone and beside the configuration they were made of. */
class PlanTest {
    private static final String PLAN = """
            {
              "format_version": "1.2",
              "terraform_version": "1.11.4",
              "variables": {"names": {"value": "x"}},
              "planned_values": {
                "root_module": {
                  "resources": [
                    {
                      "address": "aws_s3_bucket.logs",
                      "mode": "managed",
                      "type": "aws_s3_bucket",
                      "name": "logs",
                      "values": {
                        "bucket": "logs",
                        "force_destroy": false,
                        "logging": [],
                        "secret": "s3cr3t",
                        "tags": null
                      },
                      "sensitive_values": {"secret": true}
                    }
                  ],
                  "child_modules": [
                    {
                      "address": "module.net[\\"a.b\\"]",
                      "resources": [
                        {
                          "address": "module.net[\\"a.b\\"].aws_s3_bucket_logging.l[0]",
                          "mode": "managed",
                          "type": "aws_s3_bucket_logging",
                          "name": "l",
                          "index": 0,
                          "values": {"target": [{"prefix": "p/"}]},
                          "sensitive_values": {}
                        }
                      ]
                    }
                  ]
                }
              },
              "resource_changes": [
                {
                  "address": "aws_s3_bucket.logs",
                  "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
                  "change": {
                    "actions": ["create"],
                    "after": {},
                    "after_unknown": {"arn": true, "versioning": true, "kms_key": true, "logging": []}
                  }
                },
                {
                  "address": "aws_s3_bucket.old",
                  "mode": "managed", "type": "aws_s3_bucket", "name": "old",
                  "change": {"actions": ["delete"], "after": null, "after_unknown": {}}
                },
                {
                  "address": "module.net[\\"a.b\\"].aws_s3_bucket_logging.l[0]",
                  "module_address": "module.net[\\"a.b\\"]",
                  "mode": "managed", "type": "aws_s3_bucket_logging", "name": "l",
                  "change": {
                    "actions": ["create"],
                    "after": {},
                    "after_unknown": {"bucket": true, "target": [{"owner": true, "region": true}]}
                  }
                }
              ],
              "prior_state": {
                "values": {
                  "root_module": {
                    "resources": [
                      {
                        "address": "data.aws_region.here", "mode": "data", "type": "aws_region", "name": "here",
                        "values": {"name": "eu-central-1"}
                      },
                      {
                        "address": "aws_s3_bucket.old", "mode": "managed", "type": "aws_s3_bucket", "name": "old",
                        "values": {"bucket": "old"}
                      }
                    ]
                  }
                }
              },
              "configuration": {
                "provider_config": {"aws": {"name": "aws", "version_constraint": "~> 5.0"}},
                "root_module": {
                  "resources": [
                    {
                      "address": "aws_s3_bucket.logs",
                      "provider_config_key": "aws",
                      "expressions": {
                        "bucket": {"constant_value": "logs"},
                        "kms_key": {"references": ["data.aws_kms_key.k"]},
                        "secret": {}
                      },
                      "depends_on": ["module.net"]
                    }
                  ],
                  "module_calls": {
                    "net": {
                      "source": "./net",
                      "expressions": {"bucket": {"references": ["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"]}},
                      "module": {
                        "resources": [
                          {
                            "address": "aws_s3_bucket_logging.l",
                            "expressions": {
                              "bucket": {"references": ["var.bucket"]},
                              "target": [
                                {
                                  "prefix": {"constant_value": "p/"},
                                  "owner": {"references": ["data.aws_region.here.name", "data.aws_region.here"]}
                                }
                              ]
                            }
                          }
                        ]
                      }
                    }
                  }
                }
              }
            }
            """;

    private static final String MAIN = """
            variable "name" {
              default = "logs"
            }
            resource "aws_s3_bucket" "logs" {
              bucket = var.name
              secret = "other"
            }
            module "net" {
              source   = "./net"
              for_each = toset([var.name])
              bucket   = aws_s3_bucket.logs.id
            }
            """;

    private static final String NET = """
            variable "bucket" {}
            resource "aws_s3_bucket_logging" "l" {
              count  = 1
              bucket = var.bucket
              target {
                prefix = "p/"
                owner  = var.bucket
              }
            }
            """;

    private static final String LOGGING = "module.net[\"a.b\"].aws_s3_bucket_logging.l[0]";

    @TempDir
    Path directory;

    private Terraform terraform;

    @BeforeEach
    void start() {
        terraform = new Terraform(directory);
    }

    private static Unknown unknown(Value value) {
        assertThat(value).isInstanceOf(UnknownValue.class);
        return ((UnknownValue) value).unknown();
    }

    @Test
    void resourcesAreThosePlannedAndTheDataSourcesRead() {
        terraform.file("plan.json", PLAN);

        assertThat(terraform.unit().path()).isEqualTo("plan.json");
        assertThat(terraform.unit().diagnostics()).isEmpty();
        assertThat(terraform.graph().resources())
                .extracting(Resource::address)
                .containsExactly("aws_s3_bucket.logs", LOGGING, "data.aws_region.here");
        assertThat(terraform.resource("data.aws_region.here").mode()).isEqualTo(Mode.DATA);
        assertThat(terraform.resource("aws_s3_bucket.logs").version()).isEqualTo("~> 5.0");
        assertThat(terraform.resource(LOGGING).calls())
                .extracting(Resource.Call::name)
                .containsExactly("module.net[\"a.b\"]");
    }

    @Test
    void whatNobodyWroteAndTheProviderChoosesIsLeftOut() {
        terraform.file("plan.json", PLAN);

        Resource bucket = terraform.resource("aws_s3_bucket.logs");

        assertThat(bucket.attributes().members().keySet())
                .containsExactly("bucket", "force_destroy", "secret", "tags", "arn", "kms_key");
        assertThat(Terraform.json(bucket, "force_destroy")).isEqualTo("false");
        assertThat(Terraform.at(bucket, "secret").sensitive()).isTrue();
        assertThat(unknown(Terraform.at(bucket, "arn")).notNull()).isTrue();
        assertThat(unknown(Terraform.at(bucket, "kms_key")).notNull()).isFalse();
        assertThat(unknown(Terraform.at(bucket, "kms_key")).reason())
                .isEqualTo("aws_s3_bucket.logs.kms_key is known after apply");
    }

    @Test
    void unknownPartsOfNestedBlocksStandBesideKnownOnes() {
        terraform.file("plan.json", PLAN);

        Resource logging = terraform.resource(LOGGING);

        assertThat(Terraform.json(logging, "target", 0, "prefix")).isEqualTo("\"p/\"");
        assertThat(unknown(Terraform.at(logging, "target", 0, "owner")).cause())
                .isEqualTo(Unknown.Cause.KNOWN_AFTER_APPLY);
        assertThat(((Value.ObjectValue) Terraform.at(logging, "target", 0)).get("region"))
                .isNull();
    }

    @Test
    void withoutAConfigurationAllThatIsUnknownIsKept() {
        terraform.file("plan.json", PLAN.replace("\"configuration\"", "\"other\""));

        assertThat(unknown(Terraform.at(terraform.resource("aws_s3_bucket.logs"), "versioning"))
                        .notNull())
                .isFalse();
    }

    @Test
    void placesAreThoseInThePlan() {
        terraform.file("plan.json", PLAN);

        Resource bucket = terraform.resource("aws_s3_bucket.logs");

        assertThat(bucket.header()).isEqualTo(new SourceRange("plan.json", 9, 11, 9, 42));
        assertThat(bucket.attributes().member("bucket").range())
                .isEqualTo(new SourceRange("plan.json", 14, 13, 14, 29));
        assertThat(bucket.attributes().member("arn").range().startLine()).isEqualTo(48);
    }

    @Test
    void referencesLeadThroughModules() {
        terraform.file("plan.json", PLAN);

        assertThat(terraform.graph().edges())
                .containsExactlyInAnyOrder(
                        new Edge(LOGGING, "bucket", "aws_s3_bucket.logs", "id", Edge.Kind.REFERENCE),
                        new Edge("aws_s3_bucket.logs", "", LOGGING, "", Edge.Kind.ORDER));
    }

    @Test
    void referencesLeadOutOfModulesAndToTheInstanceOfTheSameKey() {
        terraform.file("plan.json", """
                {"format_version": "1.0", "planned_values": {"root_module": {
                  "resources": [
                    {"address": "t.user[0]", "type": "t", "name": "user", "mode": "managed"},
                    {"address": "t.user[1]", "type": "t", "name": "user", "mode": "managed"},
                    {"address": "t.used[0]", "type": "t", "name": "used", "mode": "managed"},
                    {"address": "t.used[1]", "type": "t", "name": "used", "mode": "managed"},
                    {"address": "t.one", "type": "t", "name": "one", "mode": "managed"}
                  ],
                  "child_modules": [
                    {"address": "module.m[\\"a\\"]", "resources": [
                      {"address": "module.m[\\"a\\"].t.in", "type": "t", "name": "in", "mode": "managed"}]},
                    {"address": "module.m[\\"b\\"]", "resources": [
                      {"address": "module.m[\\"b\\"].t.in", "type": "t", "name": "in", "mode": "managed"}]}
                  ]}},
                 "configuration": {"root_module": {
                  "resources": [
                    {"address": "t.user", "expressions": {"x": {"references": ["t.used", "count.index"]}}},
                    {"address": "t.one", "expressions": {
                      "o": {"references": ["module.m[\\"a\\"].out", "module.m[\\"a\\"]", "module.m"]}}}
                  ],
                  "module_calls": {"m": {"module": {"outputs": {
                    "out": {"expression": {"references": ["t.in.arn", "t.in"]}}}}}}
                 }}}
                """);

        assertThat(terraform.graph().edges())
                .containsExactlyInAnyOrder(
                        new Edge("t.user[0]", "x", "t.used[0]", "", Edge.Kind.REFERENCE),
                        new Edge("t.user[1]", "x", "t.used[1]", "", Edge.Kind.REFERENCE),
                        new Edge("t.one", "o", "module.m[\"a\"].t.in", "arn", Edge.Kind.REFERENCE));
    }

    @Test
    void besideItsConfigurationValuesAreThePlansAndPlacesTheConfigurations() {
        terraform.file("main.tf", MAIN).file("net/main.tf", NET).file("out/plan.json", PLAN);

        assertThat(terraform.unit().path()).isEqualTo("out/plan.json");
        Resource bucket = terraform.resource("aws_s3_bucket.logs");
        assertThat(bucket.header().toString()).isEqualTo("main.tf:4:1");
        assertThat(bucket.attributes().member("bucket").range()).isEqualTo(new SourceRange("main.tf", 5, 3, 5, 20));
        assertThat(Terraform.at(bucket, "bucket").origin().chain()).hasSizeGreaterThan(1);
        assertThat(Terraform.json(bucket, "force_destroy")).isEqualTo("false");
        assertThat(bucket.attributes().member("force_destroy").range()).isEqualTo(bucket.header());
        assertThat(Terraform.at(bucket, "secret").sensitive()).isTrue();
        assertThat(Terraform.at(bucket, "secret").origin().range().toString()).isEqualTo("main.tf:6:12");

        Resource logging = terraform.resource(LOGGING);
        assertThat(((Value.ObjectValue) Terraform.at(logging, "target", 0))
                        .member("owner")
                        .range())
                .isEqualTo(new SourceRange("net/main.tf", 7, 5, 7, 24));
    }

    @Test
    void aPlanElsewhereIsOfTheOnlyRootThatDeclaresAllOfIt() {
        terraform
                .file("a/main.tf", MAIN)
                .file("a/net/main.tf", NET)
                .file("b/main.tf", "resource \"aws_s3_bucket\" \"logs\" {}\n")
                .file("plans/p.json", PLAN);

        assertThat(terraform.units()).extracting(ScanUnit::path).containsExactly("b", "plans/p.json");
    }

    @Test
    void blocksInTheProvidersOrderAreFoundInTheConfiguration() {
        terraform
                .file(
                        "main.tf",
                        "resource \"sg\" \"g\" {\n  ingress {\n    port = 22\n  }\n  ingress {\n    port = 443\n  }\n}\n")
                .file("plan.json", """
                        {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                          {"address": "sg.g", "mode": "managed", "type": "sg", "name": "g",
                           "values": {"ingress": [{"port": 443, "self": false}, {"port": 22, "self": false}]}}]}}}
                        """);

        Resource group = terraform.resource("sg.g");

        assertThat(Terraform.at(group, "ingress", 0, "port").origin().range().startLine())
                .isEqualTo(6);
        assertThat(Terraform.at(group, "ingress", 1, "port").origin().range().startLine())
                .isEqualTo(3);
    }

    @Test
    void otherJsonIsNoPlan() {
        terraform
                .file("state.json", "{\"format_version\": \"1.0\", \"values\": {}}")
                .file("x.json", "[\"planned_values\"]");

        assertThat(terraform.units()).isEmpty();
    }

    @Test
    void plansThatCannotBeReadWhollyAreTold() {
        terraform
                .file("cut.json", PLAN.substring(0, PLAN.indexOf("\"resource_changes\"")))
                .file("future.json", PLAN.replace("\"1.2\"", "\"2.0\""))
                .file("partial.json", "{\"format_version\":\"1.2\",\"planned_values\":{},\"errored\":true}");

        List<ScanUnit> units = terraform.units();

        assertThat(units)
                .extracting(Terraform::codes)
                .containsExactly(
                        List.of("json-syntax"), List.of("terraform-plan-format"), List.of("terraform-plan-incomplete"));
        assertThat(units.get(0).worlds().get(0).graph().resources()).hasSize(2);
        assertThat(units.get(1).worlds().get(0).graph().resources()).isEmpty();
    }

    @Test
    void nonsenseAndCyclesEnd() {
        String deep = "[".repeat(200) + "true" + "]".repeat(200);
        terraform.file("plan.json", """
                {"format_version": "1.2", "planned_values": {"root_module": {
                  "resources": [1, {"address": "t.a"}, {"address": "module.m[\\"x", "type": "t", "name": "a", "values": %s},
                    {"address": "module.m.t.b", "type": "t", "name": "b", "values": {"x": %s}}],
                  "child_modules": [{"address": "module.m", "resources": [
                    {"address": "module.m.t.r", "type": "t", "name": "r", "values": {"n": 1e999999}}]}]}},
                 "resource_changes": {"a": 1},
                 "configuration": {"root_module": {"module_calls": {"m": {
                   "expressions": {"v": {"references": ["module.m.o"]}},
                   "module": {"outputs": {"o": {"expression": {"references": ["var.v"]}}},
                              "resources": [{"address": "t.r", "expressions": {"n": {"references": ["var.v", "", "."]}}}]}}}}}}
                """.formatted(deep, deep));

        assertThat(terraform.graph().resources()).hasSize(3);
        assertThat(terraform.graph().edges()).isEmpty();
    }

    @Test
    void whatChangesIsWhatIsCreatedOrUpdated() {
        terraform.file("plan.json", """
                {
                  "format_version": "1.2",
                  "planned_values": {"root_module": {}},
                  "resource_changes": [
                    {"address": "a.create", "change": {"actions": ["create"]}},
                    {"address": "a.update", "change": {"actions": ["update"]}},
                    {"address": "a.replace", "change": {"actions": ["delete", "create"]}},
                    {"address": "a.delete", "change": {"actions": ["delete"]}},
                    {"address": "a.same", "change": {"actions": ["no-op"]}},
                    {"address": "data.a.read", "change": {"actions": ["read"]}},
                    {"address": "a.gone", "change": {"actions": ["forget"]}}
                  ]
                }
                """);

        assertThat(terraform.unit().changes().orElseThrow())
                .containsExactlyInAnyOrder("a.create", "a.update", "a.replace", "data.a.read");
    }

    @Test
    void whatChangesIsNotKnownWithoutResourceChanges() {
        terraform
                .file("one/plan.json", "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {}}}")
                .file("two/main.tf", "resource \"t\" \"r\" {}\n");

        assertThat(terraform.units())
                .extracting(unit -> unit.changes().isPresent())
                .containsExactly(false, false);
    }
}
