terraform {
  required_version = ">= 1.9"
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
    tags = { team = "orders", environment = "prod" }
  }
}

variable "vpc_id" {
  type = string
}

variable "database_subnet_ids" {
  type = list(string)
}

variable "application_security_group_id" {
  type = string
}

locals {
  databases = {
    orders = {
      instances    = 2
      min_capacity = 1
    }
    invoices = {
      instances    = 3
      min_capacity = 2
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "key" {
  statement {
    sid       = "Administration"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }
}

resource "aws_kms_key" "databases" {
  description             = "Databases of the shop"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

data "aws_iam_policy_document" "monitoring" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_iam_role" "monitoring" {
  name               = "rds-enhanced-monitoring"
  assume_role_policy = data.aws_iam_policy_document.monitoring.json
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

module "database" {
  source   = "./modules/database"
  for_each = local.databases

  name                          = each.key
  instances                     = each.value.instances
  min_capacity                  = each.value.min_capacity
  vpc_id                        = var.vpc_id
  subnet_ids                    = var.database_subnet_ids
  application_security_group_id = var.application_security_group_id
  kms_key_arn                   = aws_kms_key.databases.arn
  monitoring_role_arn           = aws_iam_role.monitoring.arn
}

resource "aws_sns_topic" "alarms" {
  name              = "database-alarms"
  kms_master_key_id = aws_kms_key.databases.id
}

resource "aws_db_event_subscription" "this" {
  for_each = {
    clusters  = { type = "db-cluster", categories = ["maintenance", "failure"] }
    instances = { type = "db-instance", categories = ["maintenance", "configuration change", "failure"] }
    groups    = { type = "db-parameter-group", categories = ["configuration change"] }
  }

  name             = "databases-${each.key}"
  sns_topic        = aws_sns_topic.alarms.arn
  source_type      = each.value.type
  event_categories = each.value.categories
}
