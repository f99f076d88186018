variable "environment" {
  type    = string
  default = "prod"
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "tenant_id" {
  type = string
}

variable "office_network" {
  description = "Where administrators work"
  type        = string
  default     = "*"
}

variable "sql_password" {
  type      = string
  sensitive = true
}

variable "minimum_tls_version" {
  type    = string
  default = "TLS1_0"
}
