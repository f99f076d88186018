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
    tags = { team = "forecasting" }
  }
}

variable "vpc_id" {
  type = string
}

variable "private_subnet_ids" {
  type = list(string)
}

variable "data_bucket_arn" {
  type = string
}

variable "users" {
  type    = set(string)
  default = ["ines", "tomas"]
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }
}

resource "aws_kms_key" "ml" {
  description         = "Models and notebooks"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.key.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["sagemaker.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "execution" {
  statement {
    sid       = "Data"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${var.data_bucket_arn}/forecasts/*"]
  }

  statement {
    sid       = "Key"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.ml.arn]
  }

  statement {
    sid       = "Network"
    actions   = ["ec2:DescribeSubnets", "ec2:DescribeSecurityGroups", "ec2:DescribeVpcs"]
    resources = ["*"]
  }

  dynamic "statement" {
    for_each = { logs = "arn:${data.aws_partition.current.partition}:logs:*:${data.aws_caller_identity.current.account_id}:log-group:/aws/sagemaker/*" }

    content {
      sid       = title(statement.key)
      actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_role" "execution" {
  name               = "sagemaker-execution"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "execution" {
  name   = "execution"
  role   = aws_iam_role.execution.id
  policy = data.aws_iam_policy_document.execution.json
}

resource "aws_security_group" "studio" {
  name        = "sagemaker"
  description = "Studio and endpoints"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.studio.id
  description       = "VPC endpoints"
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_sagemaker_domain" "this" {
  domain_name             = "forecasting"
  auth_mode               = "SSO"
  vpc_id                  = var.vpc_id
  subnet_ids              = var.private_subnet_ids
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.ml.arn

  default_user_settings {
    execution_role  = aws_iam_role.execution.arn
    security_groups = [aws_security_group.studio.id]

    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
}

resource "aws_sagemaker_user_profile" "this" {
  for_each = var.users

  domain_id         = aws_sagemaker_domain.this.id
  user_profile_name = each.value
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "idle" {
  name     = "stop-when-idle"
  on_start = base64encode("#!/bin/bash\nset -eu\n/opt/shop/stop-when-idle --after 3600\n")
}

resource "aws_sagemaker_notebook_instance" "exploration" {
  name                    = "exploration"
  role_arn                = aws_iam_role.execution.arn
  instance_type           = "ml.t3.medium"
  platform_identifier     = "notebook-al2023-v1"
  subnet_id               = var.private_subnet_ids[0]
  security_groups         = [aws_security_group.studio.id]
  kms_key_id              = aws_kms_key.ml.arn
  direct_internet_access  = "Disabled"
  root_access             = "Disabled"
  lifecycle_config_name   = aws_sagemaker_notebook_instance_lifecycle_configuration.idle.name

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}

resource "aws_sagemaker_model" "forecast" {
  name                     = "forecast"
  execution_role_arn       = aws_iam_role.execution.arn
  enable_network_isolation = true

  primary_container {
    image          = "${data.aws_caller_identity.current.account_id}.dkr.ecr.eu-central-1.amazonaws.com/forecast@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    model_data_url = "s3://shop-models/forecast/model.tar.gz"

    image_config {
      repository_access_mode = "Vpc"
    }
  }

  vpc_config {
    subnets            = var.private_subnet_ids
    security_group_ids = [aws_security_group.studio.id]
  }
}

resource "aws_sagemaker_endpoint_configuration" "forecast" {
  name_prefix = "forecast-"
  kms_key_arn = aws_kms_key.ml.arn

  production_variants {
    variant_name           = "main"
    model_name             = aws_sagemaker_model.forecast.name
    instance_type          = "ml.m7i.large"
    initial_instance_count = 2
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_sagemaker_endpoint" "forecast" {
  name                 = "forecast"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.forecast.name
}

resource "aws_cloudwatch_log_group" "bedrock" {
  name              = "/bedrock/invocations"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.ml.arn
}

resource "aws_iam_role" "bedrock_logs" {
  name = "bedrock-logs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "bedrock.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "bedrock_logs" {
  role = aws_iam_role.bedrock_logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "${aws_cloudwatch_log_group.bedrock.arn}:log-stream:aws/bedrock/modelinvocations"
    }]
  })
}

resource "aws_bedrock_model_invocation_logging_configuration" "this" {
  logging_config {
    text_data_delivery_enabled      = true
    image_data_delivery_enabled     = false
    embedding_data_delivery_enabled = false

    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.bedrock.name
      role_arn       = aws_iam_role.bedrock_logs.arn
    }
  }
}

resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "This cannot be answered."
  blocked_outputs_messaging = "This cannot be answered."
  kms_key_arn               = aws_kms_key.ml.arn

  content_policy_config {
    dynamic "filters_config" {
      for_each = toset(["HATE", "INSULTS", "MISCONDUCT", "SEXUAL", "VIOLENCE"])

      content {
        type            = filters_config.value
        input_strength  = "HIGH"
        output_strength = "HIGH"
      }
    }

    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }

  sensitive_information_policy_config {
    pii_entities_config {
      action = "BLOCK"
      type   = "CREDIT_DEBIT_CARD_NUMBER"
    }
  }
}
