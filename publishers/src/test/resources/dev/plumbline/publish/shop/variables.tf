variable "acl" {
  default = "public-read"
}

variable "master" {
  default   = "correct horse battery staple"
  sensitive = true
}
