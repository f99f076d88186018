variable "region" {
  description = "Where the shop runs"
  type        = string
  default     = "eu-central-1"
}

variable "environment" {
  description = "dev, test or prod"
  type        = string
  default     = "prod"
}

variable "admin_cidrs" {
  description = "Networks from which the jump host may be reached"
  type        = list(string)
  # "Just for the demo", two years ago.
  default = ["0.0.0.0/0"]
}

variable "database_password" {
  description = "Password of the shop's database user"
  type        = string
  sensitive   = true
}

variable "vpc_cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "backup_retention_days" {
  type    = number
  default = 7
}

variable "alert_topic_key" {
  description = "KMS key for the alert topic; the team that owns it passes it in"
  type        = string
}
