package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.ValueJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations as resource graphs. */
class TerraformFrontEndTest {
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

    private List<String> addresses() {
        return terraform.graph().resources().stream().map(Resource::address).toList();
    }

    @Test
    void argumentsAndBlocksBecomeAttributes() {
        terraform.file("main.tf", """
                resource "aws_s3_bucket" "logs" {
                  bucket = "logs"
                  tags   = { Team = "core" }
                  count  = 1

                  logging {
                    target_bucket = "a"
                  }
                  logging {
                    target_bucket = "b"
                  }
                  lifecycle {
                    prevent_destroy = true
                  }
                }
                """);

        Resource bucket = terraform.resource("aws_s3_bucket.logs[0]");

        assertThat(Terraform.json(bucket))
                .isEqualTo(
                        "{\"bucket\":\"logs\",\"tags\":{\"Team\":\"core\"},\"logging\":[{\"target_bucket\":\"a\"},{\"target_bucket\":\"b\"}]}");
        assertThat(bucket.attributes().member("bucket").range()).isEqualTo(new SourceRange("main.tf", 2, 3, 2, 18));
        assertThat(Terraform.at(bucket, "logging", 1).origin().range().startLine())
                .isEqualTo(9);
        assertThat(bucket.header()).isEqualTo(new SourceRange("main.tf", 1, 1, 1, 32));
    }

    @Test
    void variableFilesOverrideDefaultsAndTheUserOverridesThem() {
        terraform
                .file("main.tf", """
                        variable "a" { default = "default" }
                        variable "b" { default = "default" }
                        variable "c" { default = "default" }
                        variable "d" { type = list(number) }
                        variable "e" {
                          type = object({ name = string, port = optional(number, 80), more = optional(string) })
                          default = { name = "x" }
                        }
                        resource "t" "r" {
                          a = var.a
                          b = var.b
                          c = var.c
                          d = var.d
                          e = var.e
                        }
                        """)
                .file("terraform.tfvars", "a = \"file\"\nb = \"file\"\nc = \"file\"\n")
                .file("x.auto.tfvars.json", "{\"b\": \"auto\", \"c\": \"auto\"}");

        Inputs inputs = new Inputs(Map.of("c", "given", "d", "[1, \"2\"]"), List.of(), List.of());
        Resource resource =
                terraform.units(inputs).get(0).worlds().get(0).graph().at("t.r").orElseThrow();

        assertThat(Terraform.json(resource))
                .isEqualTo(
                        "{\"a\":\"file\",\"b\":\"auto\",\"c\":\"given\",\"d\":[1,2],\"e\":{\"name\":\"x\",\"port\":80,\"more\":null}}");
    }

    @Test
    void originsLeadToWhereTheValueWasWritten() {
        terraform
                .file("main.tf", "resource \"t\" \"r\" {\n  acl = local.acl\n}\nlocals {\n  acl = var.acl\n}\n")
                .file("variables.tf", "variable \"acl\" {\n  default = \"private\"\n}\n");

        Origin origin = Terraform.at(terraform.resource("t.r"), "acl").origin();

        assertThat(origin.range().toString()).isEqualTo("main.tf:2:9");
        assertThat(origin.chain().stream().map(Origin::label)).contains("local.acl", "default of var.acl");
        List<Origin> chain = origin.chain();
        assertThat(chain.get(chain.size() - 1).range().toString()).isEqualTo("variables.tf:2:13");
    }

    @Test
    void whatIsNotKnownSaysWhy() {
        terraform.file("main.tf", """
                variable "x" {}
                data "aws_caller_identity" "me" {}
                resource "aws_kms_key" "k" { description = "d" }
                resource "t" "r" {
                  a = var.x
                  b = aws_kms_key.k.arn
                  c = aws_kms_key.k.policy
                  d = aws_kms_key.k.description
                  e = "arn:${aws_kms_key.k.id}/x"
                  f = data.aws_caller_identity.me.account_id
                  g = timestamp()
                  h = aws_kms_key.other.arn
                  i = aws_kms_key.k.arn == null
                  j = "x${var.x}" == "y"
                }
                """);

        Resource r = terraform.resource("t.r");

        assertThat(unknown(Terraform.at(r, "a")).cause()).isEqualTo(Cause.NO_VALUE);
        assertThat(unknown(Terraform.at(r, "a")).reason()).isEqualTo("var.x has no value");
        assertThat(unknown(Terraform.at(r, "a")).notNull()).isFalse();
        assertThat(unknown(Terraform.at(r, "b")).cause()).isEqualTo(Cause.KNOWN_AFTER_APPLY);
        assertThat(unknown(Terraform.at(r, "b")).notNull()).isTrue();
        assertThat(unknown(Terraform.at(r, "b")).symbol()).isEqualTo("<aws_kms_key.k.arn>");
        assertThat(unknown(Terraform.at(r, "c")).notNull()).isFalse();
        assertThat(Terraform.json(r, "d")).isEqualTo("\"d\"");
        assertThat(unknown(Terraform.at(r, "e")).prefix()).isEqualTo("arn:");
        assertThat(unknown(Terraform.at(r, "e")).symbol()).isEqualTo("arn:<aws_kms_key.k.id>/x");
        assertThat(unknown(Terraform.at(r, "f")).cause()).isEqualTo(Cause.EXTERNAL);
        assertThat(unknown(Terraform.at(r, "g")).cause()).isEqualTo(Cause.IMPURE);
        assertThat(unknown(Terraform.at(r, "h")).reason()).isEqualTo("aws_kms_key.other is not declared");
        assertThat(unknown(Terraform.at(r, "h")).notNull()).isTrue();
        assertThat(Terraform.json(r, "i")).isEqualTo("false");
        assertThat(Terraform.json(r, "j")).isEqualTo("false");
        assertThat(Terraform.codes(terraform.unit())).containsExactly("terraform-reference");
    }

    @Test
    void countAndForEachMakeInstances() {
        terraform.file("main.tf", """
                variable "n" {}
                resource "t" "c" {
                  count = 2
                  name  = "c${count.index}"
                }
                resource "t" "e" {
                  for_each = { a = 1, "b c" = 2 }
                  name     = each.key
                  value    = each.value
                }
                resource "t" "s" {
                  for_each = toset(["x"])
                  name     = each.value
                }
                resource "t" "none" {
                  count = 0
                }
                resource "t" "open" {
                  count = var.n
                  name  = "fix"
                }
                resource "t" "use" {
                  names = t.c[*].name
                  ids   = [for key, one in t.e : one.id]
                  one   = t.e["a"].value
                  open  = t.open[0].name
                  none  = try(t.none[0].name, "none")
                }
                """);

        assertThat(addresses())
                .containsExactly("t.c[0]", "t.c[1]", "t.e[\"a\"]", "t.e[\"b c\"]", "t.s[\"x\"]", "t.open[*]", "t.use");
        assertThat(Terraform.json(terraform.resource("t.c[1]"), "name")).isEqualTo("\"c1\"");
        assertThat(Terraform.json(terraform.resource("t.e[\"b c\"]"), "value")).isEqualTo("2");
        assertThat(terraform.resource("t.open[*]").existence().reason()).contains("var.n has no value");
        Resource use = terraform.resource("t.use");
        assertThat(Terraform.json(use, "names")).isEqualTo("[\"c0\",\"c1\"]");
        assertThat(unknown(Terraform.at(use, "ids", 1)).symbol()).isEqualTo("<t.e[\"b c\"].id>");
        assertThat(Terraform.json(use, "one")).isEqualTo("1");
        assertThat(Terraform.json(use, "open")).isEqualTo("\"fix\"");
        assertThat(Terraform.json(use, "none")).isEqualTo("\"none\"");
    }

    @Test
    void dynamicBlocksAreExpanded() {
        terraform.file("main.tf", """
                variable "rules" {}
                resource "t" "r" {
                  ingress { port = 1 }
                  dynamic "ingress" {
                    for_each = [22, 80]
                    content {
                      port  = ingress.value
                      index = ingress.key
                      dynamic "inner" {
                        for_each = { a = ingress.value }
                        iterator = it
                        content { v = "${it.key}${it.value}" }
                      }
                    }
                  }
                  dynamic "egress" {
                    for_each = var.rules
                    content { port = egress.value }
                  }
                }
                """);

        Resource r = terraform.resource("t.r");

        assertThat(Terraform.json(r, "ingress"))
                .isEqualTo(
                        "[{\"port\":1},{\"port\":22,\"index\":0,\"inner\":[{\"v\":\"a22\"}]},{\"port\":80,\"index\":1,\"inner\":[{\"v\":\"a80\"}]}]");
        assertThat(unknown(Terraform.at(r, "egress")).reason()).isEqualTo("var.rules has no value");
    }

    @Test
    void modulesTakeArgumentsAndGiveOutputs() {
        terraform.file("main.tf", """
                        module "net" {
                          for_each = toset(["a", "b"])
                          source   = "./modules/net"
                          cidr     = cidrsubnet("10.0.0.0/8", 8, each.key == "a" ? 1 : 2)
                          key      = aws_kms_key.k.arn
                        }
                        module "far" {
                          source = "terraform-aws-modules/vpc/aws"
                        }
                        resource "aws_kms_key" "k" {}
                        resource "t" "use" {
                          cidr = module.net["b"].cidr
                          id   = module.net["a"].id
                          all  = { for k, m in module.net : k => m.cidr }
                          far  = module.far.vpc_id
                        }
                        """).file("modules/net/net.tf", """
                        variable "cidr" {}
                        variable "key" {}
                        resource "aws_vpc" "this" {
                          cidr_block = var.cidr
                          kms        = var.key
                          path       = path.module
                        }
                        output "cidr" { value = aws_vpc.this.cidr_block }
                        output "id" { value = aws_vpc.this.id }
                        """);

        ScanUnit unit = terraform.unit();
        Resource vpc = terraform.resource("module.net[\"b\"].aws_vpc.this");
        Resource use = terraform.resource("t.use");

        assertThat(unit.path()).isEmpty();
        assertThat(Terraform.json(vpc, "cidr_block")).isEqualTo("\"10.2.0.0/16\"");
        assertThat(Terraform.json(vpc, "path")).isEqualTo("\"modules/net\"");
        assertThat(vpc.calls()).extracting(Resource.Call::name).containsExactly("module.net[\"b\"]");
        assertThat(Terraform.json(use, "cidr")).isEqualTo("\"10.2.0.0/16\"");
        assertThat(Terraform.json(use, "all")).isEqualTo("{\"a\":\"10.1.0.0/16\",\"b\":\"10.2.0.0/16\"}");
        assertThat(unknown(Terraform.at(use, "far")).cause()).isEqualTo(Cause.EXTERNAL);
        assertThat(Terraform.codes(unit)).containsExactly("terraform-module-external");
        assertThat(terraform.graph().from("module.net[\"a\"].aws_vpc.this"))
                .containsExactly(
                        new Edge("module.net[\"a\"].aws_vpc.this", "kms", "aws_kms_key.k", "arn", Edge.Kind.REFERENCE));
        assertThat(terraform.graph().from("t.use"))
                .contains(new Edge("t.use", "id", "module.net[\"a\"].aws_vpc.this", "id", Edge.Kind.REFERENCE));
    }

    @Test
    void edgesKnowTheExactPaths() {
        terraform.file("main.tf", """
                resource "k" "a" {}
                resource "k" "b" {}
                locals {
                  keys = { a = k.a.arn, b = k.b.arn }
                }
                resource "t" "r" {
                  tags = merge({ one = local.keys.a }, { two = "x" })
                  rule {
                    apply { key = local.keys["b"] }
                  }
                  depends_on = [k.a]
                }
                """);

        assertThat(terraform.graph().from("t.r"))
                .containsExactlyInAnyOrder(
                        new Edge("t.r", "tags.one", "k.a", "arn", Edge.Kind.REFERENCE),
                        new Edge("t.r", "rule[0].apply[0].key", "k.b", "arn", Edge.Kind.REFERENCE),
                        new Edge("t.r", "", "k.a", "", Edge.Kind.ORDER));
    }

    @Test
    void policyDocumentsAreWorkedOut() {
        terraform.file("main.tf", """
                data "aws_iam_policy_document" "base" {
                  statement {
                    sid       = "one"
                    actions   = ["s3:*"]
                    resources = ["*"]
                    principals {
                      type        = "AWS"
                      identifiers = ["*"]
                    }
                  }
                }
                data "aws_iam_policy_document" "more" {
                  source_policy_documents = [data.aws_iam_policy_document.base.json]
                  statement {
                    effect    = "Deny"
                    actions   = ["s3:GetObject", "s3:PutObject"]
                    resources = ["${aws_s3_bucket.b.arn}/*"]
                    condition {
                      test     = "Bool"
                      variable = "aws:SecureTransport"
                      values   = ["false"]
                    }
                  }
                }
                resource "aws_s3_bucket" "b" {}
                resource "t" "known" { policy = data.aws_iam_policy_document.base.json }
                resource "t" "partly" { policy = data.aws_iam_policy_document.more.json }
                resource "t" "heredoc" {
                  policy = <<-EOT
                    {"Statement": [{"Effect": "Allow", "Resource": "${aws_s3_bucket.b.arn}/*", "Principal": ${jsonencode(["*"])},}]}
                  EOT
                }
                """);

        assertThat(((Value.StringValue) Terraform.at(terraform.resource("t.known"), "policy")).value())
                .isEqualTo(
                        "{\"Statement\":[{\"Action\":\"s3:*\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Resource\":\"*\",\"Sid\":\"one\"}],\"Version\":\"2012-10-17\"}");
        Value document =
                unknown(Terraform.at(terraform.resource("t.partly"), "policy")).document();
        assertThat(ValueJson.compact(document))
                .contains("\"Sid\":\"one\"", "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")
                .contains("(unknown: aws_s3_bucket.b.arn is known after apply)");
        Value heredoc =
                unknown(Terraform.at(terraform.resource("t.heredoc"), "policy")).document();
        assertThat(ValueJson.compact(heredoc)).contains("\"Principal\":[\"*\"]");
    }

    @Test
    void overrideFilesReplaceArguments() {
        terraform
                .file("main.tf", "resource \"t\" \"r\" {\n  a = 1\n  b = 2\n  x { v = 1 }\n}\n")
                .file("main_override.tf", "resource \"t\" \"r\" {\n  a = 3\n  x { v = 2 }\n}\n");

        assertThat(Terraform.json(terraform.resource("t.r"))).isEqualTo("{\"a\":3,\"b\":2,\"x\":[{\"v\":2}]}");
    }

    @Test
    void errorsLeaveTheRestKnown() {
        terraform.file("main.tf", """
                resource "t" "r" {
                  good = 1
                  bad  = 1 + "x"
                  part = { a = upper(), b = 2 }
                  lost = local.nothing
                }
                resource "t" "broken" {
                  x =
                }
                resource "t" "after" { y = 1 }
                """);

        Resource r = terraform.resource("t.r");

        assertThat(Terraform.json(r, "good")).isEqualTo("1");
        assertThat(unknown(Terraform.at(r, "bad")).cause()).isEqualTo(Cause.ERROR);
        assertThat(Terraform.json(r, "part", "b")).isEqualTo("2");
        assertThat(Terraform.json(terraform.resource("t.after"), "y")).isEqualTo("1");
        assertThat(Terraform.codes(terraform.unit())).contains("hcl-syntax", "terraform-expression");
    }

    @Test
    void sensitiveValuesStaySensitive() {
        terraform.file("main.tf", """
                variable "password" {
                  default   = "secret"
                  sensitive = true
                }
                resource "t" "r" { url = "https://u:${var.password}@host" }
                """);

        assertThat(Terraform.json(terraform.resource("t.r"))).isEqualTo("{\"url\":\"(sensitive)\"}");
    }

    @Test
    void jsonSyntaxMeansTheSame() {
        terraform.file("main.tf.json", """
                {
                  "//": "a comment",
                  "variable": { "names": { "type": "list(string)", "default": ["a", 2] } },
                  "locals": { "list": [{ "x": 1 }] },
                  "resource": {
                    "k": { "a": {} },
                    "t": {
                      "r": {
                        "names": "${var.names}",
                        "text": "say \\"${upper(\\"hi\\")}\\"",
                        "key": "${k.a.arn}",
                        "x": "${local.list[0].x}",
                        "rule": [{ "port": 22 }, { "port": 80 }],
                        "lifecycle": { "prevent_destroy": true }
                      }
                    }
                  }
                }
                """);

        Resource r = terraform.resource("t.r");

        assertThat(Terraform.json(r))
                .isEqualTo(
                        "{\"names\":[\"a\",\"2\"],\"text\":\"say \\\"HI\\\"\",\"key\":\"(unknown: k.a.arn is known after apply)\",\"x\":1,\"rule\":[{\"port\":22},{\"port\":80}]}");
        assertThat(r.attributes().member("key").range().startLine()).isEqualTo(11);
        assertThat(terraform.graph().from("t.r"))
                .containsExactly(new Edge("t.r", "key", "k.a", "arn", Edge.Kind.REFERENCE));
    }
}
