terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.10"
    }
  }
}

provider "azurerm" {
  features {}
  storage_use_azuread = true
}

variable "name" {
  type    = string
  default = "invoices"
}

variable "location" {
  type    = string
  default = "northeurope"
}

variable "queues" {
  type    = set(string)
  default = ["incoming", "approved"]
}

variable "subnet_ids" {
  description = "The subnets of the functions and of the private endpoints."
  type = object({
    functions = string
    endpoints = string
  })
}

locals {
  endpoints = {
    blob  = { resource = azurerm_storage_account.this.id, group = "blob" }
    queue = { resource = azurerm_storage_account.this.id, group = "queue" }
    bus   = { resource = azurerm_servicebus_namespace.this.id, group = "namespace" }
  }
}

resource "azurerm_resource_group" "this" {
  name     = "rg-${var.name}"
  location = var.location
}

resource "azurerm_log_analytics_workspace" "this" {
  name                         = "log-${var.name}"
  resource_group_name          = azurerm_resource_group.this.name
  location                     = azurerm_resource_group.this.location
  retention_in_days            = 365
  local_authentication_enabled = false
}

resource "azurerm_storage_account" "this" {
  name                              = "st${var.name}"
  resource_group_name               = azurerm_resource_group.this.name
  location                          = azurerm_resource_group.this.location
  account_tier                      = "Standard"
  account_replication_type          = "GZRS"
  min_tls_version                   = "TLS1_2"
  https_traffic_only_enabled        = true
  public_network_access_enabled     = false
  allow_nested_items_to_be_public   = false
  shared_access_key_enabled         = false
  default_to_oauth_authentication   = true
  infrastructure_encryption_enabled = true
  cross_tenant_replication_enabled  = false

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }

  blob_properties {
    versioning_enabled  = true
    change_feed_enabled = true

    delete_retention_policy {
      days = 30
    }

    container_delete_retention_policy {
      days = 30
    }
  }

  queue_properties {
    logging {
      version               = "1.0"
      read                  = true
      write                 = true
      delete                = true
      retention_policy_days = 10
    }
  }

  local_user_enabled = false

  sas_policy {
    expiration_period = "01.00:00:00"
  }
}

resource "azurerm_servicebus_namespace" "this" {
  name                          = "sb-${var.name}"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = azurerm_resource_group.this.location
  sku                           = "Premium"
  capacity                      = 1
  premium_messaging_partitions  = 1
  local_auth_enabled            = false
  minimum_tls_version           = "1.2"
  public_network_access_enabled = false

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_servicebus_queue" "this" {
  for_each = var.queues

  name                                 = each.value
  namespace_id                         = azurerm_servicebus_namespace.this.id
  dead_lettering_on_message_expiration = true
  max_delivery_count                   = 5
}

resource "azurerm_service_plan" "this" {
  name                   = "asp-${var.name}"
  resource_group_name    = azurerm_resource_group.this.name
  location               = azurerm_resource_group.this.location
  os_type                = "Linux"
  sku_name               = "EP1"
  worker_count           = 3
  zone_balancing_enabled = true
}

resource "azurerm_linux_function_app" "this" {
  name                          = "func-${var.name}"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = azurerm_resource_group.this.location
  service_plan_id               = azurerm_service_plan.this.id
  storage_account_name          = azurerm_storage_account.this.name
  storage_uses_managed_identity = true
  https_only                    = true
  public_network_access_enabled = false
  virtual_network_subnet_id     = var.subnet_ids.functions
  client_certificate_enabled    = true
  client_certificate_mode       = "Required"

  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  identity {
    type = "SystemAssigned"
  }

  site_config {
    minimum_tls_version    = "1.2"
    ftps_state             = "Disabled"
    http2_enabled          = true
    vnet_route_all_enabled = true

    application_stack {
      python_version = "3.12"
    }
  }

  app_settings = {
    Bus__fullyQualifiedNamespace = "${azurerm_servicebus_namespace.this.name}.servicebus.windows.net"
  }
}

resource "azurerm_role_assignment" "function" {
  for_each = {
    bus  = { scope = azurerm_servicebus_namespace.this.id, role = "Azure Service Bus Data Receiver" }
    blob = { scope = azurerm_storage_account.this.id, role = "Storage Blob Data Owner" }
  }

  scope                = each.value.scope
  role_definition_name = each.value.role
  principal_id         = azurerm_linux_function_app.this.identity[0].principal_id
}

resource "azurerm_private_endpoint" "this" {
  for_each = local.endpoints

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

resource "azurerm_monitor_diagnostic_setting" "this" {
  for_each = {
    bus      = azurerm_servicebus_namespace.this.id
    function = azurerm_linux_function_app.this.id
    blob     = "${azurerm_storage_account.this.id}/blobServices/default"
    queue    = "${azurerm_storage_account.this.id}/queueServices/default"
  }

  name                       = "all"
  target_resource_id         = each.value
  log_analytics_workspace_id = azurerm_log_analytics_workspace.this.id

  enabled_log {
    category_group = "allLogs"
  }
}
