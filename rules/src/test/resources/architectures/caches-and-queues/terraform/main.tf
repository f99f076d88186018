terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = { team = "platform" }
  }
}

variable "vpc_id" {
  type = string
}

variable "private_subnet_ids" {
  type = list(string)
}

variable "client_security_group_ids" {
  type = map(string)
}

locals {
  caches = {
    sessions = { type = "cache.r7g.large", replicas = 2 }
    catalog  = { type = "cache.r7g.xlarge", replicas = 1 }
  }

  ports = {
    cache = 6390
    kafka = 9098
    mq    = 5671
  }
}

data "aws_caller_identity" "current" {}

resource "aws_kms_key" "this" {
  description         = "Caches, queues and their logs"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = "logs.eu-central-1.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:*"
          }
        }
      },
    ]
  })
}

resource "aws_security_group" "this" {
  for_each = local.ports

  name        = "platform-${each.key}"
  description = "Clients of ${each.key}"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each = { for pair in setproduct(keys(local.ports), keys(var.client_security_group_ids)) : "${pair[0]}-${pair[1]}" => pair }

  security_group_id            = aws_security_group.this[each.value[0]].id
  description                  = "From ${each.value[1]}"
  referenced_security_group_id = var.client_security_group_ids[each.value[1]]
  ip_protocol                  = "tcp"
  from_port                    = local.ports[each.value[0]]
  to_port                      = local.ports[each.value[0]]
}

resource "aws_elasticache_subnet_group" "this" {
  name       = "platform"
  subnet_ids = var.private_subnet_ids
}

resource "aws_elasticache_user" "application" {
  for_each = local.caches

  user_id       = each.key
  user_name     = each.key
  engine        = "valkey"
  access_string = "on ~${each.key}:* +@all -@dangerous"

  authentication_mode {
    type = "iam"
  }
}

resource "aws_elasticache_user_group" "this" {
  for_each = local.caches

  user_group_id = each.key
  engine        = "valkey"
  user_ids      = [aws_elasticache_user.application[each.key].user_id]
}

resource "aws_elasticache_replication_group" "this" {
  for_each = local.caches

  replication_group_id       = each.key
  description                = "Cache of ${each.key}"
  engine                     = "valkey"
  engine_version             = "8.1"
  node_type                  = each.value.type
  num_node_groups            = 1
  replicas_per_node_group    = each.value.replicas
  automatic_failover_enabled = true
  multi_az_enabled           = true
  port                       = local.ports.cache
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.this["cache"].id]
  user_group_ids             = [aws_elasticache_user_group.this[each.key].id]

  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  kms_key_id                 = aws_kms_key.this.arn
  snapshot_retention_limit   = 7
  auto_minor_version_upgrade = true

  dynamic "log_delivery_configuration" {
    for_each = toset(["slow-log", "engine-log"])

    content {
      destination      = aws_cloudwatch_log_group.this["cache"].name
      destination_type = "cloudwatch-logs"
      log_format       = "json"
      log_type         = log_delivery_configuration.value
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = local.ports

  name              = "/platform/${each.key}"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.this.arn
}

resource "aws_msk_configuration" "this" {
  name           = "platform"
  kafka_versions = ["3.9.x"]

  server_properties = <<-EOT
    auto.create.topics.enable=false
    default.replication.factor=3
    min.insync.replicas=2
    allow.everyone.if.no.acl.found=false
  EOT
}

resource "aws_msk_cluster" "this" {
  cluster_name           = "platform"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
  enhanced_monitoring    = "PER_TOPIC_PER_BROKER"

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = var.private_subnet_ids
    security_groups = [aws_security_group.this["kafka"].id]

    storage_info {
      ebs_storage_info {
        volume_size = 500
      }
    }
  }

  configuration_info {
    arn      = aws_msk_configuration.this.arn
    revision = aws_msk_configuration.this.latest_revision
  }

  client_authentication {
    unauthenticated = false

    sasl {
      iam = true
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.this.arn

    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  open_monitoring {
    prometheus {
      jmx_exporter {
        enabled_in_broker = true
      }
      node_exporter {
        enabled_in_broker = true
      }
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = aws_cloudwatch_log_group.this["kafka"].name
      }
    }
  }
}

resource "random_password" "mq" {
  length  = 32
  special = false
}

resource "aws_mq_broker" "this" {
  broker_name                = "legacy"
  engine_type                = "RabbitMQ"
  engine_version             = "3.13"
  host_instance_type         = "mq.m7g.medium"
  deployment_mode            = "CLUSTER_MULTI_AZ"
  publicly_accessible        = false
  auto_minor_version_upgrade = true
  subnet_ids                 = var.private_subnet_ids
  security_groups            = [aws_security_group.this["mq"].id]

  encryption_options {
    use_aws_owned_key = false
    kms_key_id        = aws_kms_key.this.arn
  }

  logs {
    general = true
  }

  user {
    username = "orders"
    password = random_password.mq.result
  }
}
