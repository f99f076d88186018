variable "application" {
  type    = string
  default = "orders"
}

variable "environment" {
  type = string
  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "The environment is dev or prod."
  }
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "client_id" {
  description = "The application registration that users sign in to."
  type        = string
}

variable "sql_administrators" {
  description = "The group that administers the server."
  type = object({
    name      = string
    object_id = string
  })
}

variable "security_contact" {
  type = string
}

variable "assessment_container" {
  description = "Where the assessments of the databases are kept."
  type        = string
}

variable "subnets" {
  type = map(object({
    prefix     = string
    delegation = optional(string)
  }))
  default = {
    app       = { prefix = "10.10.1.0/24", delegation = "Microsoft.Web/serverFarms" }
    endpoints = { prefix = "10.10.2.0/24" }
  }
}
