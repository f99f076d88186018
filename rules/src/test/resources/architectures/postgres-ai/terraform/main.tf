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
  name     = "rg-search"
  location = "westeurope"
}

variable "subnet_ids" {
  type = object({
    database  = string
    endpoints = string
  })
}

variable "dns_zone_id" {
  type = string
}

variable "key" {
  description = "The key, and the identity that may use it."
  type = object({
    id          = string
    identity_id = string
    client_id   = string
  })
}

data "azurerm_client_config" "current" {}

resource "azurerm_postgresql_flexible_server" "products" {
  name                          = "psql-products"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = azurerm_resource_group.this.location
  version                       = "16"
  sku_name                      = "GP_Standard_D2ds_v5"
  storage_mb                    = 131072
  auto_grow_enabled             = true
  backup_retention_days         = 35
  geo_redundant_backup_enabled  = true
  public_network_access_enabled = false
  delegated_subnet_id           = var.subnet_ids.database
  private_dns_zone_id           = var.dns_zone_id
  zone                          = "1"

  high_availability {
    mode                      = "ZoneRedundant"
    standby_availability_zone = "2"
  }

  authentication {
    active_directory_auth_enabled = true
    password_auth_enabled         = false
    tenant_id                     = data.azurerm_client_config.current.tenant_id
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [var.key.identity_id]
  }

  customer_managed_key {
    key_vault_key_id                     = var.key.id
    primary_user_assigned_identity_id    = var.key.identity_id
    geo_backup_key_vault_key_id          = replace(var.key.id, "kv-keys", "kv-keys-ne")
    geo_backup_user_assigned_identity_id = var.key.identity_id
  }
}

resource "azurerm_postgresql_flexible_server_active_directory_administrator" "products" {
  server_name         = azurerm_postgresql_flexible_server.products.name
  resource_group_name = azurerm_resource_group.this.name
  tenant_id           = data.azurerm_client_config.current.tenant_id
  object_id           = "7d2bb3a2-30e4-4f0c-8c0c-2f6f3c1b0a77"
  principal_name      = "database-administrators"
  principal_type      = "Group"
}

resource "azurerm_postgresql_flexible_server_configuration" "products" {
  for_each = {
    require_secure_transport     = "on"
    log_checkpoints              = "on"
    log_connections              = "on"
    log_disconnections           = "on"
    log_retention_days           = "7"
    "connection_throttle.enable" = "on"
    "ssl_min_protocol_version"   = "TLSv1.2"
  }

  name      = each.key
  server_id = azurerm_postgresql_flexible_server.products.id
  value     = each.value
}

resource "azurerm_search_service" "products" {
  name                                     = "srch-products"
  resource_group_name                      = azurerm_resource_group.this.name
  location                                 = azurerm_resource_group.this.location
  sku                                      = "standard"
  replica_count                            = 3
  partition_count                          = 1
  local_authentication_enabled             = false
  public_network_access_enabled            = false
  customer_managed_key_enforcement_enabled = true

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_cognitive_account" "assistant" {
  name                               = "oai-products"
  resource_group_name                = azurerm_resource_group.this.name
  location                           = azurerm_resource_group.this.location
  kind                               = "OpenAI"
  sku_name                           = "S0"
  custom_subdomain_name              = "oai-products"
  local_auth_enabled                 = false
  public_network_access_enabled      = false
  outbound_network_access_restricted = true
  fqdns                              = ["srch-products.search.windows.net"]

  network_acls {
    default_action = "Deny"
  }

  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [var.key.identity_id]
  }

  customer_managed_key {
    key_vault_key_id   = var.key.id
    identity_client_id = var.key.client_id
  }
}

resource "azurerm_private_endpoint" "this" {
  for_each = {
    search    = { resource = azurerm_search_service.products.id, group = "searchService" }
    assistant = { resource = azurerm_cognitive_account.assistant.id, group = "account" }
  }

  name                = "pe-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  subnet_id           = var.subnet_ids.endpoints

  private_service_connection {
    name                           = each.key
    private_connection_resource_id = each.value.resource
    subresource_names              = [each.value.group]
    is_manual_connection           = false
  }
}
