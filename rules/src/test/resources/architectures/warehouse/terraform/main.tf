terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

variable "subnets" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}

variable "key_arn" {
  type = string
}

data "aws_region" "current" {}

resource "aws_redshift_subnet_group" "warehouse" {
  name       = "warehouse"
  subnet_ids = var.subnets
}

resource "aws_security_group" "warehouse" {
  name        = "warehouse"
  description = "The warehouse"
  vpc_id      = var.vpc_id

  ingress {
    description = "Reports"
    protocol    = "tcp"
    from_port   = 5440
    to_port     = 5440
    cidr_blocks = ["10.30.4.0/24"]
  }
}

resource "aws_redshift_parameter_group" "warehouse" {
  name   = "warehouse"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }

  parameter {
    name  = "use_fips_ssl"
    value = "true"
  }
}

resource "aws_iam_role" "warehouse" {
  name = "warehouse"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "redshift.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier                   = "warehouse"
  node_type                            = "ra3.xlplus"
  number_of_nodes                      = 2
  port                                 = 5440
  database_name                        = "sales"
  master_username                      = "warehouse_owner"
  manage_master_password               = true
  master_password_secret_kms_key_id    = var.key_arn
  cluster_subnet_group_name            = aws_redshift_subnet_group.warehouse.name
  cluster_parameter_group_name         = aws_redshift_parameter_group.warehouse.name
  vpc_security_group_ids               = [aws_security_group.warehouse.id]
  iam_roles                            = [aws_iam_role.warehouse.arn]
  publicly_accessible                  = false
  enhanced_vpc_routing                 = true
  encrypted                            = true
  kms_key_id                           = var.key_arn
  multi_az                             = true
  allow_version_upgrade                = true
  availability_zone_relocation_enabled = false
  automated_snapshot_retention_period  = 35
  manual_snapshot_retention_period     = 400
  skip_final_snapshot                  = false
  final_snapshot_identifier            = "warehouse-final"
}

resource "aws_redshift_logging" "warehouse" {
  cluster_identifier   = aws_redshift_cluster.warehouse.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog", "useractivitylog"]
}

resource "aws_redshift_snapshot_copy" "warehouse" {
  cluster_identifier = aws_redshift_cluster.warehouse.id
  destination_region = "eu-west-1"
  retention_period   = 35
}
