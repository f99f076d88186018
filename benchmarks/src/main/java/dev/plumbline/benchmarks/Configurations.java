package dev.plumbline.benchmarks;

/** Terraform configurations to measure with: the constructs that people use, in about the mix in which they do. */
final class Configurations {
    private static final String MODULE = """
            # Server %1$d and what belongs to it.
            resource "example_server" "web_%1$d" {
              count         = var.enabled ? length(local.names) : 0
              image         = data.example_image.ubuntu.id
              name          = "web-${var.environment}-${count.index}"
              instance_type = "t3.micro"
              ports         = [80, 443, %1$d]
              encrypted     = true

              tags = merge(var.tags, {
                Name = "web-%1$d"
                Team = local.team
              })

              user_data = <<-EOT
                #!/bin/sh
                echo "started in ${var.region}"
              EOT

              network {
                subnet_id       = example_subnet.private[count.index].id
                security_groups = [for group in example_group.all : group.id if group.enabled]
              }

              lifecycle {
                ignore_changes = [image]
              }
            }

            resource "example_record" "web_%1$d" {
              zone    = example_zone.main.id
              name    = "web-%1$d.example.org"
              type    = "A"
              ttl     = 300
              records = example_server.web_%1$d[*].address
            }

            """;

    private Configurations() {}

    /** A valid configuration, a little longer than that. */
    static String ofLength(int characters) {
        StringBuilder text = new StringBuilder(characters + 2 * MODULE.length());
        for (int i = 0; text.length() < characters; i++) {
            text.append(MODULE.formatted(i));
        }
        return text.toString();
    }
}
