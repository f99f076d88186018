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

resource "azurerm_resource_group" "this" {
  name     = "rg-baskets"
  location = "westeurope"
}

variable "subnet_id" {
  type = string
}

variable "workspace_id" {
  type = string
}

variable "key_id" {
  type = string
}

variable "identity_id" {
  type = string
}

locals {
  endpoints = {
    cosmos = { resource = azurerm_cosmosdb_account.baskets.id, group = "Sql" }
    events = { resource = azurerm_eventhub_namespace.shop.id, group = "namespace" }
    vault  = { resource = azurerm_key_vault.shop.id, group = "vault" }
  }
}

data "azurerm_client_config" "current" {}

resource "azurerm_key_vault" "shop" {
  name                          = "kv-baskets"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = azurerm_resource_group.this.location
  tenant_id                     = data.azurerm_client_config.current.tenant_id
  sku_name                      = "premium"
  rbac_authorization_enabled    = true
  purge_protection_enabled      = true
  soft_delete_retention_days    = 90
  public_network_access_enabled = false

  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}

resource "azurerm_cosmosdb_account" "baskets" {
  name                                  = "cosmos-baskets"
  resource_group_name                   = azurerm_resource_group.this.name
  location                              = azurerm_resource_group.this.location
  offer_type                            = "Standard"
  kind                                  = "GlobalDocumentDB"
  minimal_tls_version                   = "Tls12"
  key_vault_key_id                      = var.key_id
  local_authentication_disabled         = true
  local_authentication_enabled          = false
  access_key_metadata_writes_enabled    = false
  public_network_access_enabled         = false
  network_acl_bypass_for_azure_services = false
  automatic_failover_enabled            = true
  default_identity_type                 = "UserAssignedIdentity=${var.identity_id}"

  identity {
    type         = "UserAssigned"
    identity_ids = [var.identity_id]
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
    zone_redundant    = true
  }

  geo_location {
    location          = "northeurope"
    failover_priority = 1
    zone_redundant    = true
  }

  backup {
    type = "Continuous"
    tier = "Continuous30Days"
  }
}

resource "azurerm_cosmosdb_sql_database" "baskets" {
  name                = "baskets"
  resource_group_name = azurerm_resource_group.this.name
  account_name        = azurerm_cosmosdb_account.baskets.name
}

resource "azurerm_eventhub_namespace" "shop" {
  name                          = "evhns-baskets"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = azurerm_resource_group.this.location
  sku                           = "Premium"
  capacity                      = 1
  local_authentication_enabled  = false
  public_network_access_enabled = false
  minimum_tls_version           = "1.2"

  identity {
    type         = "UserAssigned"
    identity_ids = [var.identity_id]
  }
}

resource "azurerm_eventhub_namespace_customer_managed_key" "shop" {
  eventhub_namespace_id             = azurerm_eventhub_namespace.shop.id
  key_vault_key_ids                 = [var.key_id]
  user_assigned_identity_id         = var.identity_id
  infrastructure_encryption_enabled = true
}

resource "azurerm_eventhub" "baskets" {
  name              = "baskets"
  namespace_id      = azurerm_eventhub_namespace.shop.id
  partition_count   = 4
  message_retention = 7
}

resource "azurerm_private_endpoint" "this" {
  for_each = local.endpoints

  name                = "pe-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  subnet_id           = var.subnet_id

  private_service_connection {
    name                           = each.key
    private_connection_resource_id = each.value.resource
    subresource_names              = [each.value.group]
    is_manual_connection           = false
  }
}

resource "azurerm_monitor_diagnostic_setting" "this" {
  for_each = local.endpoints

  name                       = "audit"
  target_resource_id         = each.value.resource
  log_analytics_workspace_id = var.workspace_id

  enabled_log {
    category_group = "audit"
  }
}
