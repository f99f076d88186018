variable "domain_name" {
  description = "The name under which the site is served."
  type        = string
}

variable "zone_id" {
  description = "The hosted zone that holds the name."
  type        = string
}

variable "managed_rule_groups" {
  description = "The managed rule groups of the firewall, in the order of their evaluation."
  type        = list(string)
  default = [
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesAmazonIpReputationList",
  ]
}
