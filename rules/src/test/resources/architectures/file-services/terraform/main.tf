terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { team = "files", backup = "daily" }
  }
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = map(string)
}

variable "directory_id" {
  type = string
}

variable "partner_cidrs" {
  type    = list(string)
  default = ["198.51.100.0/28"]
}

data "aws_caller_identity" "current" {}

resource "aws_kms_key" "files" {
  description         = "Shared files"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

module "share" {
  source   = "./modules/share"
  for_each = toset(["media", "reports"])

  name       = each.value
  vpc_id     = var.vpc_id
  subnet_ids = var.subnet_ids
  kms_key_id = aws_kms_key.files.arn
}

resource "aws_security_group" "windows" {
  name        = "windows-share"
  description = "SMB inside of the network"
  vpc_id      = var.vpc_id

  ingress {
    description = "SMB of the offices"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["10.20.0.0/20"]
  }
}

resource "aws_fsx_windows_file_system" "offices" {
  active_directory_id             = var.directory_id
  deployment_type                 = "MULTI_AZ_1"
  preferred_subnet_id             = var.subnet_ids["a"]
  subnet_ids                      = [var.subnet_ids["a"], var.subnet_ids["b"]]
  security_group_ids              = [aws_security_group.windows.id]
  storage_capacity                = 1024
  throughput_capacity             = 64
  kms_key_id                      = aws_kms_key.files.arn
  automatic_backup_retention_days = 30
  copy_tags_to_backups            = true

  audit_log_configuration {
    file_access_audit_log_level       = "SUCCESS_AND_FAILURE"
    file_share_access_audit_log_level = "SUCCESS_AND_FAILURE"
    audit_log_destination             = aws_cloudwatch_log_group.fsx.arn
  }
}

resource "aws_cloudwatch_log_group" "fsx" {
  name              = "/aws/fsx/offices"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.files.arn
}

resource "aws_security_group" "transfer" {
  name        = "partner-uploads"
  description = "SFTP of partners"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "partners" {
  for_each = toset(var.partner_cidrs)

  security_group_id = aws_security_group.transfer.id
  description       = "A partner"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}

resource "aws_iam_role" "transfer_logs" {
  name = "transfer-logs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "transfer.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "transfer_logs" {
  role       = aws_iam_role.transfer_logs.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSTransferLoggingAccess"
}

resource "aws_transfer_server" "partners" {
  protocols              = ["SFTP"]
  endpoint_type          = "VPC"
  identity_provider_type = "SERVICE_MANAGED"
  logging_role           = aws_iam_role.transfer_logs.arn
  security_policy_name   = "TransferSecurityPolicy-2024-01"

  endpoint_details {
    vpc_id             = var.vpc_id
    subnet_ids         = values(var.subnet_ids)
    security_group_ids = [aws_security_group.transfer.id]
  }
}
