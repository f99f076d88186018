package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.List;

/** {@code Domain} of an API: the domain name, what leads from it to the API, and its record in Route 53. */
final class Domains {
    private final Lowering lowering;
    private final SamResource api;
    private final Member domain;
    private final Mapping written;
    private final Made made;
    private final String name;

    private Domains(Lowering lowering, SamResource api, Member domain) {
        this.lowering = lowering;
        this.api = api;
        this.domain = domain;
        this.written = (Mapping) domain.value();
        this.made = new Made(domain.keyRange());
        this.name = api.id() + "DomainName";
    }

    static void rest(Lowering lowering, SamResource api, String stage) {
        Member domain = api.properties().member("Domain");
        if (domain != null && Written.isObject(domain.value())) {
            new Domains(lowering, api, domain).rest(stage);
        }
    }

    static void http(Lowering lowering, SamResource api, String stage) {
        Member domain = api.properties().member("Domain");
        if (domain != null && Written.isObject(domain.value())) {
            new Domains(lowering, api, domain).http(stage);
        }
    }

    private void rest(String stage) {
        Properties properties = new Properties(written.range());
        Node type = written.get("EndpointConfiguration");
        boolean edge = type != null && Written.is(type, "EDGE");
        properties.copy(
                written,
                "DomainName",
                "MutualTlsAuthentication",
                "OwnershipVerificationCertificateArn",
                "SecurityPolicy");
        properties.rename(written, "CertificateArn", edge ? "CertificateArn" : "RegionalCertificateArn");
        Node types = type == null || Written.text(type) != null
                ? made.object("Types", made.list(type == null ? made.text("REGIONAL") : type))
                : type;
        properties.put("EndpointConfiguration", types);
        lowering.add(api, domain, name, "AWS::ApiGateway::DomainName", properties.build());
        lowering.name(api.id() + ".DomainName", name);
        paths("AWS::ApiGateway::BasePathMapping", "BasePathMapping", "BasePath", "RestApiId", stage);
        record(edge ? "Distribution" : "Regional");
    }

    private void http(String stage) {
        Properties properties = new Properties(written.range());
        properties.copy(written, "DomainName", "MutualTlsAuthentication");
        Properties configuration = new Properties(written.range());
        configuration.copy(written, "CertificateArn", "OwnershipVerificationCertificateArn", "SecurityPolicy");
        if (written.get("EndpointConfiguration") == null) {
            configuration.set("EndpointType", "REGIONAL");
        }
        configuration.rename(written, "EndpointConfiguration", "EndpointType");
        properties.put("DomainNameConfigurations", made.list(configuration.build()));
        lowering.add(api, domain, name, "AWS::ApiGatewayV2::DomainName", properties.build());
        lowering.name(api.id() + ".DomainName", name);
        paths("AWS::ApiGatewayV2::ApiMapping", "ApiMapping", "ApiMappingKey", "ApiId", stage);
        record("Regional");
    }

    private void paths(String type, String suffix, String key, String apiId, String stage) {
        List<Node> paths = new ArrayList<>(Written.items(written.get("BasePath")));
        if (paths.isEmpty()) {
            paths.add(null);
        }
        for (Node path : paths) {
            Properties mapping = new Properties(domain.keyRange());
            mapping.put("DomainName", made.ref(name)).put(apiId, made.ref(api.id()));
            mapping.put("Stage", made.ref(stage));
            String text = Written.text(path);
            boolean only = path == null || paths.size() == 1;
            if (path != null && !"/".equals(text)) {
                mapping.put(key, path);
            }
            String id = api.id() + (only || text == null ? "" : LogicalIds.clean(text)) + suffix;
            lowering.add(api, domain, id, type, mapping.build());
        }
    }

    /** @param kind of the domain name's attributes for a record */
    private void record(String kind) {
        Member route = written.member("Route53");
        if (route == null || !Written.isObject(route.value())) {
            return;
        }
        Mapping given = (Mapping) route.value();
        Node alias = made.object(
                made.member("DNSName", made.attribute(name, kind + "DomainName")),
                made.member("HostedZoneId", made.attribute(name, kind + "HostedZoneId")));
        Properties record = new Properties(given.range());
        record.rename(written, "DomainName", "Name").set("Type", "A").put("AliasTarget", alias);
        Properties group = new Properties(given.range()).copy(given, "HostedZoneId", "HostedZoneName");
        group.put("RecordSets", made.list(record.build()));
        lowering.add(api, route, api.id() + "RecordSetGroup", "AWS::Route53::RecordSetGroup", group.build());
    }
}
