terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

variable "log_bucket" {
  type = string
}

variable "administrators" {
  description = "The role that grants access to the lake."
  type        = string
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  zones   = toset(["raw", "curated", "results"])
}

resource "aws_kms_key" "lake" {
  description         = "The lake"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountAdministers"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${local.account}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "LogsEncrypt"
        Effect    = "Allow"
        Principal = { Service = "logs.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
    ]
  })
}

resource "aws_s3_bucket" "lake" {
  for_each = local.zones

  bucket = "shop-lake-${each.key}-${local.account}"
}

resource "aws_s3_bucket_public_access_block" "lake" {
  for_each = local.zones

  bucket                  = aws_s3_bucket.lake[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "lake" {
  for_each = local.zones

  bucket = aws_s3_bucket.lake[each.key].id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "lake" {
  for_each = local.zones

  bucket = aws_s3_bucket.lake[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  for_each = local.zones

  bucket = aws_s3_bucket.lake[each.key].id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.lake.arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  for_each = local.zones

  bucket = aws_s3_bucket.lake[each.key].id
  rule {
    id     = "tidy"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 90
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_logging" "lake" {
  for_each = local.zones

  bucket        = aws_s3_bucket.lake[each.key].id
  target_bucket = var.log_bucket
  target_prefix = "${each.key}/"
}

resource "aws_s3_bucket_notification" "lake" {
  for_each = local.zones

  bucket      = aws_s3_bucket.lake[each.key].id
  eventbridge = true
}

data "aws_iam_policy_document" "tls" {
  for_each = local.zones

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.lake[each.key].arn, "${aws_s3_bucket.lake[each.key].arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "lake" {
  for_each = local.zones

  bucket = aws_s3_bucket.lake[each.key].id
  policy = data.aws_iam_policy_document.tls[each.key].json
}

resource "aws_glue_data_catalog_encryption_settings" "this" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = aws_kms_key.lake.arn
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = aws_kms_key.lake.arn
    }
  }
}

resource "aws_glue_security_configuration" "lake" {
  name = "lake"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.lake.arn
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = aws_kms_key.lake.arn
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = aws_kms_key.lake.arn
    }
  }
}

resource "aws_glue_catalog_database" "sales" {
  name = "sales"
}

resource "aws_iam_role" "glue" {
  name = "lake-glue"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

data "aws_iam_policy_document" "glue" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = [for zone in ["raw", "curated"] : "${aws_s3_bucket.lake[zone].arn}/*"]
  }

  statement {
    actions   = ["s3:ListBucket"]
    resources = [for zone in ["raw", "curated"] : aws_s3_bucket.lake[zone].arn]
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.lake.arn]
  }

  statement {
    actions   = ["lakeformation:GetDataAccess"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "glue" {
  role   = aws_iam_role.glue.id
  policy = data.aws_iam_policy_document.glue.json
}

resource "aws_glue_crawler" "raw" {
  name                   = "raw"
  role                   = aws_iam_role.glue.arn
  database_name          = aws_glue_catalog_database.sales.name
  security_configuration = aws_glue_security_configuration.lake.name

  s3_target {
    path = "s3://${aws_s3_bucket.lake["raw"].bucket}/sales"
  }

  lake_formation_configuration {
    use_lake_formation_credentials = true
  }
}

resource "aws_glue_job" "curate" {
  name                   = "curate"
  role_arn               = aws_iam_role.glue.arn
  glue_version           = "5.0"
  worker_type            = "G.1X"
  number_of_workers      = 4
  security_configuration = aws_glue_security_configuration.lake.name

  command {
    name            = "glueetl"
    script_location = "s3://${aws_s3_bucket.lake["curated"].bucket}/jobs/curate.py"
    python_version  = "3"
  }

  default_arguments = {
    "--enable-continuous-cloudwatch-log" = "true"
    "--enable-metrics"                   = "true"
    "--job-bookmark-option"              = "job-bookmark-enable"
  }
}

resource "aws_lakeformation_data_lake_settings" "this" {
  admins = [var.administrators]
}

resource "aws_lakeformation_resource" "curated" {
  arn      = aws_s3_bucket.lake["curated"].arn
  role_arn = aws_iam_role.glue.arn
}

resource "aws_athena_workgroup" "analysts" {
  name = "analysts"

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1099511627776

    result_configuration {
      output_location       = "s3://${aws_s3_bucket.lake["results"].bucket}/"
      expected_bucket_owner = local.account
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.lake.arn
      }
    }
  }
}
