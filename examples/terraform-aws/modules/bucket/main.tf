variable "name" {
  type = string
}

variable "versioning" {
  type    = bool
  default = false
}

variable "private" {
  description = "Whether public access is blocked"
  type        = bool
  default     = true
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = var.versioning ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.id

  block_public_acls       = var.private
  block_public_policy     = var.private
  ignore_public_acls      = var.private
  restrict_public_buckets = var.private
}

output "name" {
  value = aws_s3_bucket.this.bucket
}

output "arn" {
  value = aws_s3_bucket.this.arn
}
