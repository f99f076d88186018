terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.40"
    }
  }
}

provider "azurerm" {
  features {}
}

variable "environments" {
  type = map(object({
    units    = number
    capacity = number
  }))
  default = {
    stage = { units = 2, capacity = 1 }
    prod  = { units = 3, capacity = 2 }
  }
}

variable "gateway_subnet_id" {
  type = string
}

variable "endpoint_subnet_id" {
  type = string
}

variable "log_workspace_id" {
  type = string
}

variable "orders_host" {
  type    = string
  default = "orders.internal.example.com"
}

locals {
  location = "westeurope"
}

resource "azurerm_resource_group" "this" {
  name     = "apis"
  location = local.location
  tags     = { team = "platform" }
}

resource "azurerm_application_insights" "this" {
  name                          = "apis"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = local.location
  application_type              = "web"
  workspace_id                  = var.log_workspace_id
  local_authentication_disabled = true
  internet_ingestion_enabled    = false
  internet_query_enabled        = false
}

resource "azurerm_api_management" "this" {
  for_each = var.environments

  name                          = "shop-apis-${each.key}"
  resource_group_name           = azurerm_resource_group.this.name
  location                      = local.location
  publisher_name                = "Shop"
  publisher_email               = "apis@example.com"
  sku_name                      = "Premium_${each.value.units}"
  zones                         = [for zone in range(1, each.value.units + 1) : tostring(zone)]
  virtual_network_type          = "Internal"
  public_network_access_enabled = false
  min_api_version               = "2021-08-01"
  client_certificate_enabled    = false

  identity {
    type = "SystemAssigned"
  }

  virtual_network_configuration {
    subnet_id = var.gateway_subnet_id
  }

  security {
    backend_ssl30_enabled  = false
    backend_tls10_enabled  = false
    backend_tls11_enabled  = false
    frontend_ssl30_enabled = false
    frontend_tls10_enabled = false
    frontend_tls11_enabled = false
  }

  sign_up {
    enabled = false

    terms_of_service {
      enabled          = false
      consent_required = false
    }
  }
}

resource "azurerm_api_management_backend" "orders" {
  for_each = var.environments

  name                = "orders"
  resource_group_name = azurerm_resource_group.this.name
  api_management_name = azurerm_api_management.this[each.key].name
  protocol            = "http"
  url                 = "https://${var.orders_host}"

  tls {
    validate_certificate_chain = true
    validate_certificate_name  = true
  }
}

resource "azurerm_api_management_api" "orders" {
  for_each = var.environments

  name                  = "orders"
  resource_group_name   = azurerm_resource_group.this.name
  api_management_name   = azurerm_api_management.this[each.key].name
  revision              = "1"
  display_name          = "Orders"
  path                  = "orders"
  protocols             = ["https"]
  subscription_required = true
}

resource "azurerm_api_management_api_policy" "orders" {
  for_each = var.environments

  api_name            = azurerm_api_management_api.orders[each.key].name
  api_management_name = azurerm_api_management.this[each.key].name
  resource_group_name = azurerm_resource_group.this.name
  xml_content         = <<-XML
    <policies>
      <inbound>
        <base />
        <set-backend-service backend-id="${azurerm_api_management_backend.orders[each.key].name}" />
        <authentication-managed-identity resource="api://orders-${each.key}" />
      </inbound>
    </policies>
  XML
}

resource "azurerm_redis_cache" "this" {
  for_each = var.environments

  name                               = "shop-apis-${each.key}"
  resource_group_name                = azurerm_resource_group.this.name
  location                           = local.location
  sku_name                           = "Premium"
  family                             = "P"
  capacity                           = each.value.capacity
  zones                              = ["1", "2"]
  non_ssl_port_enabled               = false
  minimum_tls_version                = "1.2"
  public_network_access_enabled      = false
  access_keys_authentication_enabled = false
  redis_version                      = "6"

  identity {
    type = "SystemAssigned"
  }

  redis_configuration {
    active_directory_authentication_enabled = true
    aof_backup_enabled                      = false
    rdb_backup_enabled                      = false
  }

  patch_schedule {
    day_of_week    = "Sunday"
    start_hour_utc = 2
  }
}

resource "azurerm_private_endpoint" "redis" {
  for_each = azurerm_redis_cache.this

  name                = "redis-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = local.location
  subnet_id           = var.endpoint_subnet_id

  private_service_connection {
    name                           = "redis"
    private_connection_resource_id = each.value.id
    subresource_names              = ["redisCache"]
    is_manual_connection           = false
  }
}

resource "azurerm_cdn_frontdoor_profile" "this" {
  name                     = "shop"
  resource_group_name      = azurerm_resource_group.this.name
  sku_name                 = "Premium_AzureFrontDoor"
  response_timeout_seconds = 60

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_cdn_frontdoor_endpoint" "apis" {
  name                     = "shop-apis"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.this.id
}

resource "azurerm_cdn_frontdoor_origin_group" "apis" {
  name                     = "apis"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.this.id

  load_balancing {}

  health_probe {
    protocol            = "Https"
    path                = "/status-0123456789abcdef"
    request_type        = "GET"
    interval_in_seconds = 60
  }
}

resource "azurerm_cdn_frontdoor_origin" "apis" {
  name                           = "prod"
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.apis.id
  enabled                        = true
  host_name                      = "apis.example.com"
  origin_host_header             = "apis.example.com"
  certificate_name_check_enabled = true

  private_link {
    location               = local.location
    private_link_target_id = azurerm_api_management.this["prod"].id
    target_type            = "Gateway"
  }
}

resource "azurerm_cdn_frontdoor_route" "apis" {
  name                          = "apis"
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.apis.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.apis.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.apis.id]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
  forwarding_protocol           = "HttpsOnly"
  https_redirect_enabled        = true
}

resource "azurerm_cdn_frontdoor_firewall_policy" "this" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.this.name
  sku_name            = azurerm_cdn_frontdoor_profile.this.sku_name
  enabled             = true
  mode                = "Prevention"

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"
  }

  managed_rule {
    type    = "Microsoft_BotManagerRuleSet"
    version = "1.1"
    action  = "Block"
  }

  custom_rule {
    name                           = "rate"
    enabled                        = true
    priority                       = 1
    type                           = "RateLimitRule"
    action                         = "Block"
    rate_limit_duration_in_minutes = 1
    rate_limit_threshold           = 1000

    match_condition {
      match_variable     = "RequestUri"
      operator           = "BeginsWith"
      match_values       = ["/"]
      negation_condition = false
    }
  }
}

resource "azurerm_cdn_frontdoor_security_policy" "this" {
  name                     = "firewall"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.this.id

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = azurerm_cdn_frontdoor_firewall_policy.this.id

      association {
        patterns_to_match = ["/*"]

        domain {
          cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_endpoint.apis.id
        }
      }
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "this" {
  for_each = merge(
    { for name, gateway in azurerm_api_management.this : "gateway-${name}" => gateway.id },
    { for name, cache in azurerm_redis_cache.this : "redis-${name}" => cache.id },
    { frontdoor = azurerm_cdn_frontdoor_profile.this.id },
  )

  name                       = "central"
  target_resource_id         = each.value
  log_analytics_workspace_id = var.log_workspace_id

  enabled_log {
    category_group = "allLogs"
  }
}
