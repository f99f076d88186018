data "aws_iam_policy_document" "lambda_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "thumbnails" {
  statement {
    sid       = "Images"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.bucket["images"].arn}/*"]
  }

  # It did not work with less, and the sale was about to start.
  statement {
    sid       = "Everything"
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "thumbnails" {
  name               = "${local.name}-thumbnails"
  assume_role_policy = data.aws_iam_policy_document.lambda_trust.json
}

resource "aws_iam_role_policy" "thumbnails" {
  name   = "thumbnails"
  role   = aws_iam_role.thumbnails.id
  policy = data.aws_iam_policy_document.thumbnails.json
}

resource "aws_cloudtrail" "audit" {
  name                       = "${local.name}-audit"
  s3_bucket_name             = module.bucket["logs"].name
  is_multi_region_trail      = false
  enable_log_file_validation = true
}
