terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

variable "archive_bucket_arn" {
  type = string
}

variable "key_arn" {
  type = string
}

data "aws_caller_identity" "current" {}

resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  retention_period = 168
  encryption_type  = "KMS"
  kms_key_id       = var.key_arn

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  shard_level_metrics = ["IteratorAgeMilliseconds", "WriteProvisionedThroughputExceeded"]
}

resource "aws_cloudwatch_log_group" "delivery" {
  name              = "/aws/kinesisfirehose/clicks"
  retention_in_days = 365
  kms_key_id        = var.key_arn
}

resource "aws_cloudwatch_log_stream" "delivery" {
  name           = "delivery"
  log_group_name = aws_cloudwatch_log_group.delivery.name
}

resource "aws_iam_role" "delivery" {
  name = "clicks-delivery"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "firehose.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

data "aws_iam_policy_document" "delivery" {
  statement {
    actions   = ["kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.clicks.arn]
  }

  statement {
    actions   = ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:PutObject"]
    resources = [var.archive_bucket_arn, "${var.archive_bucket_arn}/*"]
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.key_arn]
  }

  statement {
    actions   = ["logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.delivery.arn}:*"]
  }
}

resource "aws_iam_role_policy" "delivery" {
  role   = aws_iam_role.delivery.id
  policy = data.aws_iam_policy_document.delivery.json
}

# What reads from a stream is encrypted by the stream.
resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name        = "clicks"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.clicks.arn
    role_arn           = aws_iam_role.delivery.arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.delivery.arn
    bucket_arn          = var.archive_bucket_arn
    kms_key_arn         = var.key_arn
    prefix              = "clicks/!{timestamp:yyyy/MM/dd}/"
    error_output_prefix = "failed/!{firehose:error-output-type}/"
    buffering_size      = 128
    compression_format  = "GZIP"

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.delivery.name
      log_stream_name = aws_cloudwatch_log_stream.delivery.name
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "late" {
  alarm_name          = "clicks-late"
  namespace           = "AWS/Kinesis"
  metric_name         = "GetRecords.IteratorAgeMilliseconds"
  dimensions          = { StreamName = aws_kinesis_stream.clicks.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  threshold           = 600000
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.operators.arn]
}

resource "aws_sns_topic" "operators" {
  name              = "clicks-operators"
  kms_master_key_id = var.key_arn
}
