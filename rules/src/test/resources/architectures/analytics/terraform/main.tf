terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.40"
    }
  }
}

provider "azurerm" {
  storage_use_azuread = true

  features {}
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "endpoint_subnet_id" {
  type = string
}

variable "databricks" {
  type = object({
    network_id            = string
    public_subnet         = string
    private_subnet        = string
    public_association    = string
    private_association   = string
    managed_disks_key_id  = string
    managed_services_key  = string
  })
}

variable "customer_key_id" {
  type = string
}

variable "log_workspace_id" {
  type = string
}

locals {
  zones = ["landing", "refined", "published"]

  endpoints = {
    lake-blob = { target = azurerm_storage_account.lake.id, group = "blob" }
    lake-dfs  = { target = azurerm_storage_account.lake.id, group = "dfs" }
    factory   = { target = azurerm_data_factory.this.id, group = "dataFactory" }
    spark     = { target = azurerm_databricks_workspace.this.id, group = "databricks_ui_api" }
    vault     = { target = azurerm_key_vault.this.id, group = "vault" }
  }

  logged = {
    factory = azurerm_data_factory.this.id
    spark   = azurerm_databricks_workspace.this.id
    vault   = azurerm_key_vault.this.id
    blobs   = "${azurerm_storage_account.lake.id}/blobServices/default"
  }
}

data "azurerm_client_config" "current" {}

resource "azurerm_resource_group" "this" {
  name     = "analytics"
  location = var.location
  tags     = { team = "analytics" }
}

resource "azurerm_user_assigned_identity" "lake" {
  name                = "lake"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

resource "azurerm_storage_account" "lake" {
  name                              = "shoplake"
  resource_group_name               = azurerm_resource_group.this.name
  location                          = azurerm_resource_group.this.location
  account_tier                      = "Standard"
  account_kind                      = "StorageV2"
  account_replication_type          = "GZRS"
  is_hns_enabled                    = true
  min_tls_version                   = "TLS1_2"
  https_traffic_only_enabled        = true
  public_network_access_enabled     = false
  shared_access_key_enabled         = false
  default_to_oauth_authentication   = true
  allow_nested_items_to_be_public   = false
  cross_tenant_replication_enabled  = false
  infrastructure_encryption_enabled = true
  allowed_copy_scope                = "AAD"
  local_user_enabled                = false

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.lake.id]
  }

  customer_managed_key {
    key_vault_key_id          = var.customer_key_id
    user_assigned_identity_id = azurerm_user_assigned_identity.lake.id
  }

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }

  blob_properties {
    delete_retention_policy {
      days = 30
    }

    container_delete_retention_policy {
      days = 30
    }
  }

  sas_policy {
    expiration_period = "01.00:00:00"
  }
}

resource "azurerm_storage_container" "zone" {
  for_each = toset(local.zones)

  name                  = each.value
  storage_account_id    = azurerm_storage_account.lake.id
  container_access_type = "private"
}

resource "azurerm_storage_management_policy" "lake" {
  storage_account_id = azurerm_storage_account.lake.id

  dynamic "rule" {
    for_each = { for index, zone in local.zones : zone => 90 * (index + 1) }

    content {
      name    = "expire-${rule.key}"
      enabled = true

      filters {
        prefix_match = [rule.key]
        blob_types   = ["blockBlob"]
      }

      actions {
        base_blob {
          tier_to_cool_after_days_since_modification_greater_than = rule.value
        }
      }
    }
  }
}

resource "azurerm_key_vault" "this" {
  name                          = "shop-analytics"
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

resource "azurerm_data_factory" "this" {
  name                             = "shop-analytics"
  resource_group_name              = azurerm_resource_group.this.name
  location                         = azurerm_resource_group.this.location
  managed_virtual_network_enabled  = true
  public_network_enabled           = false
  customer_managed_key_id          = var.customer_key_id
  customer_managed_key_identity_id = azurerm_user_assigned_identity.lake.id

  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.lake.id]
  }

  github_configuration {
    account_name    = "example-shop"
    repository_name = "analytics"
    branch_name     = "main"
    root_folder     = "/factory"
  }
}

resource "azurerm_data_factory_integration_runtime_azure" "private" {
  name                    = "private"
  data_factory_id         = azurerm_data_factory.this.id
  location                = azurerm_resource_group.this.location
  virtual_network_enabled = true
}

resource "azurerm_data_factory_managed_private_endpoint" "lake" {
  name               = "lake"
  data_factory_id    = azurerm_data_factory.this.id
  target_resource_id = azurerm_storage_account.lake.id
  subresource_name   = "dfs"
}

resource "azurerm_data_factory_linked_service_data_lake_storage_gen2" "lake" {
  name                     = "lake"
  data_factory_id          = azurerm_data_factory.this.id
  url                      = azurerm_storage_account.lake.primary_dfs_endpoint
  use_managed_identity     = true
  integration_runtime_name = azurerm_data_factory_integration_runtime_azure.private.name
}

resource "azurerm_role_assignment" "factory" {
  scope                = azurerm_storage_account.lake.id
  role_definition_name = "Storage Blob Data Contributor"
  principal_id         = azurerm_data_factory.this.identity[0].principal_id
}

resource "azurerm_databricks_workspace" "this" {
  name                                                = "shop-analytics"
  resource_group_name                                 = azurerm_resource_group.this.name
  location                                            = azurerm_resource_group.this.location
  sku                                                 = "premium"
  public_network_access_enabled                       = false
  network_security_group_rules_required               = "NoAzureDatabricksRules"
  customer_managed_key_enabled                        = true
  infrastructure_encryption_enabled                   = true
  managed_disk_cmk_key_vault_key_id                   = var.databricks.managed_disks_key_id
  managed_services_cmk_key_vault_key_id               = var.databricks.managed_services_key
  managed_disk_cmk_rotation_to_latest_version_enabled = true

  custom_parameters {
    no_public_ip                                         = true
    virtual_network_id                                   = var.databricks.network_id
    public_subnet_name                                   = var.databricks.public_subnet
    private_subnet_name                                  = var.databricks.private_subnet
    public_subnet_network_security_group_association_id  = var.databricks.public_association
    private_subnet_network_security_group_association_id = var.databricks.private_association
  }
}

resource "azurerm_databricks_workspace_root_dbfs_customer_managed_key" "this" {
  workspace_id     = azurerm_databricks_workspace.this.id
  key_vault_key_id = var.customer_key_id
}

module "endpoint" {
  source   = "./modules/private-endpoint"
  for_each = local.endpoints

  name                = each.key
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  subnet_id           = var.endpoint_subnet_id
  target_id           = each.value.target
  group               = each.value.group
}

resource "azurerm_monitor_diagnostic_setting" "this" {
  for_each = local.logged

  name                       = "central"
  target_resource_id         = each.value
  log_analytics_workspace_id = var.log_workspace_id

  enabled_log {
    category_group = "allLogs"
  }
}
