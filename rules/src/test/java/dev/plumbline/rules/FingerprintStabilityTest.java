package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Edits that change nothing in meaning make no finding new: blocks and attributes in another order, other blanks, line
 * breaks and comments, other names of files and directories. Each edit is all of these at random.
 */
class FingerprintStabilityTest {

    /** A piece of source that holds others, in any order. */
    private record Piece(String head, List<Piece> inner) {
        static Piece of(String head, Piece... inner) {
            return new Piece(head, List.of(inner));
        }

        List<Piece> shuffled(Random random) {
            List<Piece> order = new ArrayList<>(inner);
            Collections.shuffle(order, random);
            return order;
        }
    }

    private static Piece rule(int port, String cidr) {
        return Piece.of(
                "ingress",
                Piece.of("from_port = " + port),
                Piece.of("to_port = " + port),
                Piece.of("protocol = \"tcp\""),
                Piece.of("cidr_blocks = [" + cidr + "]"));
    }

    private static final List<Piece> TERRAFORM = List.of(
            Piece.of("variable \"open\"", Piece.of("default = \"0.0.0.0/0\"")),
            Piece.of(
                    "resource \"aws_security_group\" \"web\"",
                    Piece.of("name = \"web\""),
                    rule(22, "var.open"),
                    rule(3389, "\"0.0.0.0/0\""),
                    rule(443, "\"10.0.0.0/8\"")),
            Piece.of(
                    "resource \"aws_db_instance\" \"main\"",
                    Piece.of("engine = \"mysql\""),
                    Piece.of("storage_encrypted = false"),
                    Piece.of("publicly_accessible = true")),
            Piece.of(
                    "resource \"azurerm_storage_account\" \"logs\"",
                    Piece.of("name = \"logs\""),
                    Piece.of("https_traffic_only_enabled = false"),
                    Piece.of("network_rules", Piece.of("default_action = \"Allow\""))));

    private static Piece ingress(int port) {
        return Piece.of(
                "",
                Piece.of("IpProtocol: tcp"),
                Piece.of("FromPort: " + port),
                Piece.of("ToPort: " + port),
                Piece.of("CidrIp: 0.0.0.0/0"));
    }

    private static final Piece CLOUDFORMATION = Piece.of(
            "Resources:",
            Piece.of(
                    "Web:",
                    Piece.of("Type: AWS::EC2::SecurityGroup"),
                    Piece.of(
                            "Properties:",
                            Piece.of("GroupDescription: web"),
                            Piece.of("SecurityGroupIngress: []", ingress(22), ingress(3389)))),
            Piece.of(
                    "Logs:",
                    Piece.of("Type: AWS::S3::Bucket"),
                    Piece.of("Properties:", Piece.of("AccessControl: PublicRead"), Piece.of("BucketName: logs"))));

    private static Piece security(String name, int port) {
        return Piece.of(
                "{}",
                Piece.of("\"name\": \"" + name + "\""),
                Piece.of(
                        "\"properties\": {}",
                        Piece.of("\"priority\": " + (100 + port % 100)),
                        Piece.of("\"direction\": \"Inbound\""),
                        Piece.of("\"access\": \"Allow\""),
                        Piece.of("\"protocol\": \"Tcp\""),
                        Piece.of("\"sourcePortRange\": \"*\""),
                        Piece.of("\"sourceAddressPrefix\": \"*\""),
                        Piece.of("\"destinationAddressPrefix\": \"*\""),
                        Piece.of("\"destinationPortRange\": \"" + port + "\"")));
    }

    private static final Piece ARM = Piece.of(
            "{}",
            Piece.of(
                    "\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\""),
            Piece.of("\"contentVersion\": \"1.0.0.0\""),
            Piece.of(
                    "\"resources\": []",
                    Piece.of(
                            "{}",
                            Piece.of("\"type\": \"Microsoft.Storage/storageAccounts\""),
                            Piece.of("\"apiVersion\": \"2023-01-01\""),
                            Piece.of("\"name\": \"logs\""),
                            Piece.of("\"location\": \"westeurope\""),
                            Piece.of("\"kind\": \"StorageV2\""),
                            Piece.of("\"sku\": {}", Piece.of("\"name\": \"Standard_LRS\"")),
                            Piece.of("\"properties\": {}", Piece.of("\"supportsHttpsTrafficOnly\": false"))),
                    Piece.of(
                            "{}",
                            Piece.of("\"type\": \"Microsoft.Network/networkSecurityGroups\""),
                            Piece.of("\"apiVersion\": \"2023-04-01\""),
                            Piece.of("\"name\": \"web\""),
                            Piece.of("\"location\": \"westeurope\""),
                            Piece.of(
                                    "\"properties\": {}",
                                    Piece.of("\"securityRules\": []", security("ssh", 22), security("rdp", 3389))))));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"terraform, 70", "cloudformation, 70", "arm, 70"})
    void editsThatChangeNothingInMeaningMakeNothingNew(String language, int edits) throws IOException {
        ScanResult first = scan(language, 0, Baseline.NONE);
        Set<String> fingerprints = failed(first);
        assertThat(fingerprints).hasSizeGreaterThan(4);
        Baseline baseline = Baseline.of("first", first.findings(), first.percent());
        for (int seed = 1; seed <= edits; seed++) {
            ScanResult edited = scan(language, seed, baseline);
            assertThat(failed(edited)).as("seed %d", seed).isEqualTo(fingerprints);
            assertThat(edited.comparison().changes().values())
                    .as("seed %d", seed)
                    .containsOnly(Change.UNCHANGED);
            assertThat(edited.comparison().resolved()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void findingsThatDifferHaveFingerprintsThatDiffer() throws IOException {
        Path all = directory.resolve("all");
        for (String language : List.of("terraform", "cloudformation", "arm")) {
            write(all.resolve("one"), files(language, new Random(1)));
            write(all.resolve("two"), files(language, new Random(2)));
        }

        ScanResult result = Scanner.scan(ScanRequest.of(all));

        assertThat(result.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
        Map<String, List<String>> open = result.findings(Verdict.FAIL)
                .filter(finding -> finding.attribute().contains("["))
                .collect(Collectors.groupingBy(
                        finding -> finding.unit() + finding.rule().id(),
                        Collectors.mapping(Finding::attribute, Collectors.toList())));
        assertThat(open.values())
                .anySatisfy(attributes -> assertThat(attributes).hasSizeGreaterThan(1));
    }

    private ScanResult scan(String language, int seed, Baseline baseline) throws IOException {
        Path base = directory.resolve(language + seed);
        write(base.resolve(seed % 2 == 0 ? "infra" : "stacks/" + seed), files(language, new Random(seed)));
        return Scanner.scan(ScanRequest.of(base).withBaseline(baseline));
    }

    private static Set<String> failed(ScanResult result) {
        return result.findings(Verdict.FAIL).map(Finding::fingerprint).collect(Collectors.toSet());
    }

    private static Map<String, String> files(String language, Random random) {
        String name = "f" + random.nextInt(1000);
        return switch (language) {
            case "terraform" -> terraform(random);
            case "cloudformation" -> Map.of(name + ".yaml", yaml(CLOUDFORMATION, 0, random));
            default -> Map.of(name + ".json", json(ARM, random));
        };
    }

    private static Map<String, String> terraform(Random random) {
        Map<String, String> files = new TreeMap<>();
        List<Piece> order = new ArrayList<>(TERRAFORM);
        Collections.shuffle(order, random);
        for (Piece block : order) {
            files.merge(
                    "f" + random.nextInt(3) + ".tf", hcl(block, random) + gap(random), (left, right) -> left + right);
        }
        return files;
    }

    private static String hcl(Piece piece, Random random) {
        String blanks = " ".repeat(random.nextInt(5));
        if (piece.inner().isEmpty()) {
            return blanks + piece.head() + (random.nextInt(4) == 0 ? " # as it is\n" : "\n");
        }
        StringBuilder text = new StringBuilder(blanks).append(piece.head()).append(" {\n");
        for (Piece inner : piece.shuffled(random)) {
            text.append(random.nextInt(5) == 0 ? "\n" : "").append(hcl(inner, random));
        }
        return text.append(blanks).append("}\n").toString();
    }

    private static String gap(Random random) {
        return random.nextInt(3) == 0 ? "\n/* a comment\n of two lines */\n" : "\n".repeat(random.nextInt(4));
    }

    /** A head that ends in brackets is that of a list. */
    private static String yaml(Piece piece, int depth, Random random) {
        String blanks = "  ".repeat(depth);
        if (piece.inner().isEmpty()) {
            return blanks + piece.head() + (random.nextInt(5) == 0 ? " # so\n" : "\n");
        }
        boolean list = piece.head().endsWith("[]");
        StringBuilder text = new StringBuilder(blanks)
                .append(piece.head().replace(" []", ""))
                .append('\n');
        for (Piece inner : piece.shuffled(random)) {
            if (list) {
                String flow = inner.shuffled(random).stream().map(Piece::head).collect(Collectors.joining(", "));
                text.append(blanks).append("  - {").append(flow).append("}\n");
            } else {
                text.append(random.nextInt(6) == 0 ? "# more\n" : "").append(yaml(inner, depth + 1, random));
            }
        }
        return text.toString();
    }

    private static String json(Piece piece, Random random) {
        if (piece.inner().isEmpty()) {
            return piece.head();
        }
        int end = piece.head().length() - 1;
        String gap = random.nextBoolean() ? "\n" + " ".repeat(random.nextInt(6)) : " ";
        return piece.head().substring(0, end)
                + gap
                + piece.shuffled(random).stream()
                        .map(inner -> json(inner, random))
                        .collect(Collectors.joining("," + gap))
                + gap
                + piece.head().charAt(end);
    }

    private static void write(Path directory, Map<String, String> files) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : new HashMap<>(files).entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }
}
