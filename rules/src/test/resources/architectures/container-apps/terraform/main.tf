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
  name     = "rg-catalogue"
  location = "westeurope"
}

variable "subnet_ids" {
  type = object({
    apps      = string
    endpoints = string
  })
}

variable "workspace_id" {
  type = string
}

variable "image" {
  type = string
}

variable "registry_key_id" {
  type = string
}

resource "azurerm_user_assigned_identity" "catalogue" {
  name                = "id-catalogue"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

resource "azurerm_container_registry" "shop" {
  name                          = "crexampleshop"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = azurerm_resource_group.this.location
  sku                           = "Premium"
  admin_enabled                 = false
  anonymous_pull_enabled        = false
  public_network_access_enabled = false
  network_rule_bypass_option    = "AzureServices"
  zone_redundancy_enabled       = true
  export_policy_enabled         = false

  azuread_authentication_as_arm_policy_enabled = false

  quarantine_policy_enabled     = true
  data_endpoint_enabled         = true
  retention_policy_in_days      = 30
  trust_policy_enabled          = true

  georeplications {
    location                = "northeurope"
    zone_redundancy_enabled = true
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.catalogue.id]
  }

  encryption {
    key_vault_key_id   = var.registry_key_id
    identity_client_id = azurerm_user_assigned_identity.catalogue.client_id
  }
}

resource "azurerm_management_lock" "registry" {
  name       = "keep-registry"
  scope      = azurerm_container_registry.shop.id
  lock_level = "CanNotDelete"
}

resource "azurerm_private_endpoint" "registry" {
  name                = "pe-registry"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  subnet_id           = var.subnet_ids.endpoints

  private_service_connection {
    name                           = "registry"
    private_connection_resource_id = azurerm_container_registry.shop.id
    subresource_names              = ["registry"]
    is_manual_connection           = false
  }
}

resource "azurerm_role_assignment" "pull" {
  scope                = azurerm_container_registry.shop.id
  role_definition_name = "AcrPull"
  principal_id         = azurerm_user_assigned_identity.catalogue.principal_id
}

resource "azurerm_container_app_environment" "shop" {
  name                           = "cae-shop"
  resource_group_name            = azurerm_resource_group.this.name
  location                       = azurerm_resource_group.this.location
  infrastructure_subnet_id       = var.subnet_ids.apps
  internal_load_balancer_enabled = true
  zone_redundancy_enabled        = true
  mutual_tls_enabled             = true
  logs_destination               = "log-analytics"
  log_analytics_workspace_id     = var.workspace_id
}

resource "azurerm_container_app" "catalogue" {
  name                         = "ca-catalogue"
  resource_group_name          = azurerm_resource_group.this.name
  container_app_environment_id = azurerm_container_app_environment.shop.id
  revision_mode                = "Single"

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.catalogue.id]
  }

  registry {
    server   = azurerm_container_registry.shop.login_server
    identity = azurerm_user_assigned_identity.catalogue.id
  }

  ingress {
    external_enabled           = false
    allow_insecure_connections = false
    target_port                = 8080
    transport                  = "http2"
    client_certificate_mode    = "require"
    traffic_weight {
      latest_revision = true
      percentage      = 100
    }
  }

  template {
    min_replicas = 3
    max_replicas = 10
    container {
      name   = "catalogue"
      image  = var.image
      cpu    = 0.5
      memory = "1Gi"
      liveness_probe {
        transport = "HTTP"
        port      = 8080
        path      = "/health"
      }
    }
  }
}
