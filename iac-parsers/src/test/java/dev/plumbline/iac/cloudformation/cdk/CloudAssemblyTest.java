package dev.plumbline.iac.cloudformation.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.cloudformation.Stacks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudAssemblyTest {

    @TempDir
    private Path directory;

    private static final String MANIFEST = """
            {
              "version": "36.0.0",
              "artifacts": {
                "Shop.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Shop.assets.json"}},
                "Shop": {
                  "type": "aws:cloudformation:stack",
                  "environment": "aws://111122223333/eu-west-1",
                  "properties": {"templateFile": "Shop.template.json", "stackName": "shop-prod"}
                },
                "Open": {
                  "type": "aws:cloudformation:stack",
                  "environment": "aws://unknown-account/unknown-region",
                  "properties": {"templateFile": "Open.template.json"}
                }
              }
            }
            """;

    private static final String TEMPLATE = """
            {
              "Resources": {
                "Bucket83908E77": {
                  "Type": "AWS::S3::Bucket",
                  "Properties": {
                    "BucketName": {"Fn::Sub": "${AWS::StackName}-${AWS::AccountId}-${AWS::Region}"}
                  },
                  "Metadata": {"aws:cdk:path": "Shop/Bucket/Resource"}
                },
                "InnerNestedStack": {
                  "Type": "AWS::CloudFormation::Stack",
                  "Properties": {
                    "TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::Region"}, ".amazonaws.com/x"]]}
                  },
                  "Metadata": {"aws:cdk:path": "Shop/Inner", "aws:asset:path": "ShopInner.nested.template.json"}
                }
              }
            }
            """;

    @Test
    void anAssemblySaysWhereItsStacksGo() {
        Stacks stacks = new Stacks(directory)
                .with("cdk.out/manifest.json", MANIFEST)
                .with("cdk.out/Shop.template.json", TEMPLATE)
                .with("cdk.out/Open.template.json", TEMPLATE.replace("ShopInner", "None"))
                .with("cdk.out/ShopInner.nested.template.json", """
                        {"Resources": {"T": {"Type": "AWS::SNS::Topic",
                          "Properties": {"TopicName": {"Fn::Sub": "${AWS::Region}-t"}}}}}
                        """)
                .with("cdk.out/Shop.assets.json", "{\"files\": {\"a\": {\"source\": {\"path\": \"x\"}}}}")
                .with(
                        "cdk.out/tree.json",
                        "{\"tree\": {\"attributes\": {\"aws:cdk:cloudformation:type\": \"AWS::S3::Bucket\","
                                + "\"Resources\": 1}}}")
                .with("cdk.out/asset.0123abcd/sample.json", "{\"Resources\": {\"X\": {\"Type\": \"AWS::SNS::Topic\"}}}")
                .with("docs/asset.1/sample.json", "{\"Resources\": {\"X\": {\"Type\": \"AWS::SNS::Topic\"}}}");

        List<ScanUnit> units = stacks.read();

        assertThat(units)
                .extracting(ScanUnit::path)
                .containsExactly(
                        "cdk.out/Open.template.json", "cdk.out/Shop.template.json", "docs/asset.1/sample.json");
        ResourceGraph shop = units.get(1).worlds().get(0).graph();
        assertThat(units.get(1).diagnostics()).isEmpty();
        assertThat(Stacks.shown(Stacks.property(shop, "Bucket83908E77", "BucketName")))
                .isEqualTo("\"shop-prod-111122223333-eu-west-1\"");
        assertThat(shop.resources())
                .extracting(Resource::address)
                .containsExactly("Bucket83908E77", "InnerNestedStack", "InnerNestedStack/T");
        assertThat(Stacks.shown(Stacks.property(shop, "InnerNestedStack/T", "TopicName")))
                .isEqualTo("\"eu-west-1-t\"");
        ResourceGraph open = units.get(0).worlds().get(0).graph();
        assertThat(Stacks.shown(Stacks.property(open, "Bucket83908E77", "BucketName")))
                .isEqualTo("KNOWN_AFTER_APPLY Open-…");
    }

    @Test
    void aStageHasAnAssemblyOfItsOwn() {
        Stacks stacks = new Stacks(directory)
                .with("cdk.out/manifest.json", """
                        {"version": "36.0.0", "artifacts": {"assembly-Prod": {
                          "type": "cdk:cloud-assembly",
                          "properties": {"directoryName": "assembly-Prod", "displayName": "Prod"}}}}
                        """)
                .with("cdk.out/assembly-Prod/manifest.json", MANIFEST.replace("shop-prod", "Prod-Shop"))
                .with("cdk.out/assembly-Prod/Shop.template.json", TEMPLATE)
                .with(
                        "cdk.out/assembly-Prod/ShopInner.nested.template.json",
                        "{\"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}")
                .with(
                        "cdk.out/assembly-Prod/asset.0123abcd/sample.json",
                        "{\"Resources\": {\"X\": {\"Type\": \"AWS::SNS::Topic\"}}}");

        List<ScanUnit> units = stacks.read();

        assertThat(units).extracting(ScanUnit::path).containsExactly("cdk.out/assembly-Prod/Shop.template.json");
        ResourceGraph shop = units.get(0).worlds().get(0).graph();
        assertThat(Stacks.shown(Stacks.property(shop, "Bucket83908E77", "BucketName")))
                .isEqualTo("\"Prod-Shop-111122223333-eu-west-1\"");
        assertThat(shop.at("InnerNestedStack/T")).isPresent();
    }

    @Test
    void aManifestOfAnotherKindSaysNothing() {
        Stacks stacks = new Stacks(directory)
                .with("manifest.json", "[{\"artifacts\": 1}]")
                .with("a.json", TEMPLATE)
                .with("b/manifest.json", "{\"artifacts\": {\"a\": {\"type\": []}, \"b\": 1}}")
                .with("b/a.json", TEMPLATE)
                .with("c/manifest.json", "{")
                .with("c/a.json", TEMPLATE);

        assertThat(stacks.read()).allSatisfy(unit -> assertThat(
                        Stacks.unknown(Stacks.property(unit.worlds().get(0).graph(), "Bucket83908E77", "BucketName"))
                                .reason())
                .isEqualTo("AWS::StackName is known at deployment"));
    }
}
