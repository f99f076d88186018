terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.60"
    }
  }
}

variable "consumers" {
  description = "Who listens, and to which kinds of event."
  type        = map(list(string))
  default = {
    billing  = ["order-placed", "order-cancelled"]
    shipping = ["order-placed"]
  }
}

data "aws_caller_identity" "current" {}

resource "aws_kms_key" "events" {
  description         = "Events"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountAdministers"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "TopicsDeliver"
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })
}

resource "aws_sns_topic" "events" {
  name              = "events"
  kms_master_key_id = aws_kms_key.events.id
}

data "aws_iam_policy_document" "topic" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.events.arn]
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

resource "aws_sns_topic_policy" "events" {
  arn    = aws_sns_topic.events.arn
  policy = data.aws_iam_policy_document.topic.json
}

resource "aws_sqs_queue" "failed" {
  for_each = var.consumers

  name                      = "${each.key}-failed"
  kms_master_key_id         = aws_kms_key.events.id
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "consumer" {
  for_each = var.consumers

  name                       = each.key
  kms_master_key_id          = aws_kms_key.events.id
  visibility_timeout_seconds = 180
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed[each.key].arn
    maxReceiveCount     = 5
  })
}

data "aws_iam_policy_document" "queue" {
  for_each = var.consumers

  statement {
    sid       = "TopicDelivers"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.consumer[each.key].arn]
    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.events.arn]
    }
  }

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.consumer[each.key].arn]
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

resource "aws_sqs_queue_policy" "consumer" {
  for_each = var.consumers

  queue_url = aws_sqs_queue.consumer[each.key].id
  policy    = data.aws_iam_policy_document.queue[each.key].json
}

resource "aws_sns_topic_subscription" "consumer" {
  for_each = var.consumers

  topic_arn            = aws_sns_topic.events.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.consumer[each.key].arn
  raw_message_delivery = true
  filter_policy        = jsonencode({ kind = each.value })
}

resource "aws_iam_role" "consumer" {
  for_each = var.consumers

  name = "${each.key}-consumer"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "consumer" {
  for_each = var.consumers

  name = "consume"
  role = aws_iam_role.consumer[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.consumer[each.key].arn
      },
      {
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = aws_sqs_queue.failed[each.key].arn
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = aws_kms_key.events.arn
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "logs" {
  for_each = var.consumers

  role       = aws_iam_role.consumer[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "traces" {
  for_each = var.consumers

  role       = aws_iam_role.consumer[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

resource "aws_lambda_function" "consumer" {
  for_each = var.consumers

  function_name                  = "${each.key}-consumer"
  role                           = aws_iam_role.consumer[each.key].arn
  package_type                   = "Zip"
  runtime                        = "java21"
  handler                        = "com.example.${each.key}.Consumer"
  s3_bucket                      = "example-artifacts"
  s3_key                         = "${each.key}.jar"
  timeout                        = 30
  memory_size                    = 512
  reserved_concurrent_executions = 10
  kms_key_arn                    = aws_kms_key.events.arn
  tags                           = { team = "fulfilment" }

  tracing_config {
    mode = "Active"
  }

  dead_letter_config {
    target_arn = aws_sqs_queue.failed[each.key].arn
  }
}

resource "aws_lambda_event_source_mapping" "consumer" {
  for_each = var.consumers

  event_source_arn        = aws_sqs_queue.consumer[each.key].arn
  function_name           = aws_lambda_function.consumer[each.key].arn
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
}
