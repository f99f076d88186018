terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

variable "key_arn" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}

variable "image" {
  description = "With its digest."
  type        = string
}

data "aws_caller_identity" "current" {}

resource "aws_cloudwatch_log_group" "invoices" {
  for_each = toset(["/aws/vendedlogs/states/invoices", "/batch/invoices"])

  name              = each.key
  retention_in_days = 365
  kms_key_id        = var.key_arn
}

resource "aws_security_group" "jobs" {
  name        = "invoice-jobs"
  description = "Jobs of the invoices"
  vpc_id      = var.vpc_id

  egress {
    description = "Endpoints of AWS services in the network"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_batch_compute_environment" "jobs" {
  name = "invoices"
  type = "MANAGED"

  compute_resources {
    type               = "FARGATE"
    max_vcpus          = 16
    subnets            = var.subnets
    security_group_ids = [aws_security_group.jobs.id]
  }
}

resource "aws_batch_job_queue" "jobs" {
  name     = "invoices"
  state    = "ENABLED"
  priority = 1

  compute_environment_order {
    order               = 1
    compute_environment = aws_batch_compute_environment.jobs.arn
  }
}

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "job" {
  for_each = toset(["execution", "job"])

  name               = "invoices-${each.key}"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.job["execution"].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_batch_job_definition" "render" {
  name                  = "render-invoices"
  type                  = "container"
  platform_capabilities = ["FARGATE"]
  propagate_tags        = true

  retry_strategy {
    attempts = 3
  }

  timeout {
    attempt_duration_seconds = 3600
  }

  container_properties = jsonencode({
    image                        = var.image
    command                      = ["render", "--month", "Ref::month"]
    privileged                   = false
    readonlyRootFilesystem       = true
    user                         = "10001"
    executionRoleArn             = aws_iam_role.job["execution"].arn
    jobRoleArn                   = aws_iam_role.job["job"].arn
    networkConfiguration         = { assignPublicIp = "DISABLED" }
    fargatePlatformConfiguration = { platformVersion = "LATEST" }
    resourceRequirements         = [{ type = "VCPU", value = "1" }, { type = "MEMORY", value = "2048" }]
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = aws_cloudwatch_log_group.invoices["/batch/invoices"].name }
    }
  })
}

resource "aws_iam_role" "workflow" {
  name = "invoices-workflow"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

data "aws_iam_policy_document" "workflow" {
  statement {
    actions   = ["batch:SubmitJob"]
    resources = [aws_batch_job_queue.jobs.arn, "${aws_batch_job_definition.render.arn_prefix}:*"]
  }

  # Neither takes a resource.
  statement {
    actions   = ["batch:DescribeJobs", "batch:TerminateJob", "xray:PutTraceSegments", "xray:PutTelemetryRecords"]
    resources = ["*"]
  }

  # The delivery of logs takes no resource.
  statement {
    actions = [
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "workflow" {
  role   = aws_iam_role.workflow.id
  policy = data.aws_iam_policy_document.workflow.json
}

resource "aws_sfn_state_machine" "invoices" {
  name     = "invoices"
  type     = "STANDARD"
  role_arn = aws_iam_role.workflow.arn

  definition = jsonencode({
    StartAt = "Render"
    States = {
      Render = {
        Type       = "Task"
        Resource   = "arn:aws:states:::batch:submitJob.sync"
        Parameters = { JobName = "render", JobQueue = aws_batch_job_queue.jobs.arn, JobDefinition = aws_batch_job_definition.render.arn }
        Retry      = [{ ErrorEquals = ["States.TaskFailed"], MaxAttempts = 2 }]
        End        = true
      }
    }
  })

  logging_configuration {
    level                  = "ALL"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.invoices["/aws/vendedlogs/states/invoices"].arn}:*"
  }

  tracing_configuration {
    enabled = true
  }

  encryption_configuration {
    type                              = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id                        = var.key_arn
    kms_data_key_reuse_period_seconds = 300
  }
}

resource "aws_sqs_queue" "failed" {
  name                      = "invoices-failed"
  kms_master_key_id         = var.key_arn
  message_retention_seconds = 1209600
}

resource "aws_iam_role" "schedule" {
  name = "invoices-schedule"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "schedule" {
  role = aws_iam_role.schedule.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "states:StartExecution", Resource = aws_sfn_state_machine.invoices.arn },
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.failed.arn },
    ]
  })
}

resource "aws_scheduler_schedule" "monthly" {
  name                = "invoices"
  schedule_expression = "cron(0 2 1 * ? *)"
  kms_key_arn         = var.key_arn

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.invoices.arn
    role_arn = aws_iam_role.schedule.arn
    dead_letter_config {
      arn = aws_sqs_queue.failed.arn
    }
  }
}
