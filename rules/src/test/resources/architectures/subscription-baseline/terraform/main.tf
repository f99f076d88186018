terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.20"
    }
  }
}

provider "azurerm" {
  features {}
}

variable "workspace_id" {
  type    = string
  default = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs"
}

data "azurerm_subscription" "current" {}

locals {
  plans = {
    VirtualMachines               = "P2"
    StorageAccounts               = "DefenderForStorageV2"
    KeyVaults                     = "PerKeyVault"
    Arm                           = "PerSubscription"
    AppServices                   = null
    SqlServers                    = null
    SqlServerVirtualMachines      = null
    OpenSourceRelationalDatabases = null
    CosmosDbs                     = null
    Containers                    = null
    CloudPosture                  = null
    Api                           = "P1"
    AI                            = null
  }
  alerts = {
    create-policy-assignment = "Microsoft.Authorization/policyAssignments/write"
    delete-policy-assignment = "Microsoft.Authorization/policyAssignments/delete"
    write-network-security   = "Microsoft.Network/networkSecurityGroups/write"
    delete-network-security  = "Microsoft.Network/networkSecurityGroups/delete"
    write-security-solution  = "Microsoft.Security/securitySolutions/write"
    delete-security-solution = "Microsoft.Security/securitySolutions/delete"
    write-sql-firewall-rule  = "Microsoft.Sql/servers/firewallRules/write"
    delete-sql-firewall-rule = "Microsoft.Sql/servers/firewallRules/delete"
    write-public-address     = "Microsoft.Network/publicIPAddresses/write"
    delete-public-address    = "Microsoft.Network/publicIPAddresses/delete"
  }
}

resource "azurerm_security_center_subscription_pricing" "plans" {
  for_each = local.plans

  tier          = "Standard"
  resource_type = each.key
  subplan       = each.value
}

resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
  phone               = "+49-30-123456"
  alert_notifications = true
  alerts_to_admins    = true
}

resource "azurerm_resource_group" "alerts" {
  name     = "rg-alerts"
  location = "westeurope"
}

resource "azurerm_monitor_action_group" "security" {
  name                = "security"
  short_name          = "security"
  resource_group_name = azurerm_resource_group.alerts.name

  email_receiver {
    name                    = "security"
    email_address           = "security@example.com"
    use_common_alert_schema = true
  }
}

resource "azurerm_monitor_activity_log_alert" "changes" {
  for_each = local.alerts

  name                = each.key
  resource_group_name = azurerm_resource_group.alerts.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]
  enabled             = true

  criteria {
    category       = "Administrative"
    operation_name = each.value
  }

  action {
    action_group_id = azurerm_monitor_action_group.security.id
  }
}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = data.azurerm_subscription.current.id
  log_analytics_workspace_id = var.workspace_id

  dynamic "enabled_log" {
    for_each = ["Administrative", "Security", "Alert", "Policy"]
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_role_definition" "network_operator" {
  name        = "Network operator"
  scope       = data.azurerm_subscription.current.id
  description = "Restarts gateways"

  permissions {
    actions = ["Microsoft.Network/applicationGateways/read", "Microsoft.Network/applicationGateways/start/action"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_subscription_policy_assignment" "benchmark" {
  name                 = "benchmark"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"
  enforce              = true
}

resource "azurerm_management_lock" "alerts" {
  name       = "keep"
  scope      = azurerm_resource_group.alerts.id
  lock_level = "CanNotDelete"
}
