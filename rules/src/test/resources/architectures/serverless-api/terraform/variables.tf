variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "name" {
  type    = string
  default = "items"
}

variable "issuer" {
  description = "The identity provider whose tokens are accepted."
  type        = string
}

variable "audience" {
  type = string
}

variable "routes" {
  description = "What the API offers, by name."
  type = map(object({
    route   = string
    handler = string
    actions = list(string)
  }))
  default = {
    list = { route = "GET /items", handler = "items.list", actions = ["dynamodb:Query"] }
    get  = { route = "GET /items/{id}", handler = "items.get", actions = ["dynamodb:GetItem"] }
    put  = { route = "PUT /items/{id}", handler = "items.put", actions = ["dynamodb:PutItem"] }
  }
}
