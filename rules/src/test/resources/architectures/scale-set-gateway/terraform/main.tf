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
  name     = "rg-shop"
  location = "westeurope"
}

variable "subnet_ids" {
  type = object({
    gateway = string
    workers = string
  })
}

variable "certificate_secret_id" {
  type = string
}

variable "image_id" {
  description = "A version of the gallery's image."
  type        = string
}

variable "disk_encryption_set_id" {
  type = string
}

variable "administrator_key" {
  type = string
}

variable "workspace_id" {
  type = string
}

resource "azurerm_network_security_group" "gateway" {
  name                = "nsg-gateway"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location

  security_rule {
    name                       = "web"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "Internet"
    destination_address_prefix = "10.50.0.0/24"
  }

  security_rule {
    name                       = "gateway-manager"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "65200-65535"
    source_address_prefix      = "GatewayManager"
    destination_address_prefix = "*"
  }
}

resource "azurerm_subnet_network_security_group_association" "gateway" {
  subnet_id                 = var.subnet_ids.gateway
  network_security_group_id = azurerm_network_security_group.gateway.id
}

resource "azurerm_public_ip" "gateway" {
  name                 = "pip-gateway"
  resource_group_name  = azurerm_resource_group.this.name
  location             = azurerm_resource_group.this.location
  allocation_method    = "Static"
  sku                  = "Standard"
  zones                = ["1", "2", "3"]
  ddos_protection_mode = "Enabled"
}

resource "azurerm_user_assigned_identity" "gateway" {
  name                = "id-gateway"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

resource "azurerm_web_application_firewall_policy" "gateway" {
  name                = "waf-shop"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location

  policy_settings {
    enabled                     = true
    mode                        = "Prevention"
    request_body_check          = true
    max_request_body_size_in_kb = 128
  }

  managed_rules {
    managed_rule_set {
      type    = "Microsoft_DefaultRuleSet"
      version = "2.1"
    }
    managed_rule_set {
      type    = "Microsoft_BotManagerRuleSet"
      version = "1.1"
    }
  }
}

resource "azurerm_application_gateway" "shop" {
  name                = "agw-shop"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  zones               = ["1", "2", "3"]
  enable_http2        = true
  firewall_policy_id  = azurerm_web_application_firewall_policy.gateway.id

  sku {
    name = "WAF_v2"
    tier = "WAF_v2"
  }

  autoscale_configuration {
    min_capacity = 2
    max_capacity = 10
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.gateway.id]
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101"
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_ids.gateway
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = azurerm_public_ip.gateway.id
  }

  frontend_port {
    name = "https"
    port = 443
  }

  ssl_certificate {
    name                = "shop"
    key_vault_secret_id = var.certificate_secret_id
  }

  http_listener {
    name                           = "https"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "shop"
    host_name                      = "shop.example.com"
  }

  backend_address_pool {
    name = "workers"
  }

  backend_http_settings {
    name                                = "https"
    protocol                            = "Https"
    port                                = 443
    cookie_based_affinity               = "Disabled"
    request_timeout                     = 30
    pick_host_name_from_backend_address = false
    host_name                           = "shop.example.com"
    probe_name                          = "health"
  }

  probe {
    name                = "health"
    protocol            = "Https"
    path                = "/health"
    host                = "shop.example.com"
    interval            = 30
    timeout             = 10
    unhealthy_threshold = 3
  }

  request_routing_rule {
    name                       = "shop"
    priority                   = 1
    rule_type                  = "Basic"
    http_listener_name         = "https"
    backend_address_pool_name  = "workers"
    backend_http_settings_name = "https"
  }
}

resource "azurerm_monitor_diagnostic_setting" "gateway" {
  name                       = "logs"
  target_resource_id         = azurerm_application_gateway.shop.id
  log_analytics_workspace_id = var.workspace_id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "workers" {
  name                            = "vmss-shop"
  resource_group_name             = azurerm_resource_group.this.name
  location                        = azurerm_resource_group.this.location
  sku                             = "Standard_D2as_v5"
  instances                       = 3
  zones                           = ["1", "2", "3"]
  zone_balance                    = true
  source_image_id                 = var.image_id
  admin_username                  = "operator"
  disable_password_authentication = true
  encryption_at_host_enabled      = true
  secure_boot_enabled             = true
  vtpm_enabled                    = true
  upgrade_mode                    = "Automatic"
  overprovision                   = false
  health_probe_id                 = null
  extension_operations_enabled    = true

  admin_ssh_key {
    username   = "operator"
    public_key = var.administrator_key
  }

  identity {
    type = "SystemAssigned"
  }

  automatic_os_upgrade_policy {
    enable_automatic_os_upgrade = true
    disable_automatic_rollback  = false
  }

  automatic_instance_repair {
    enabled      = true
    grace_period = "PT30M"
  }

  os_disk {
    caching                = "ReadOnly"
    storage_account_type   = "Premium_LRS"
    disk_encryption_set_id = var.disk_encryption_set_id
  }

  network_interface {
    name    = "workers"
    primary = true
    ip_configuration {
      name      = "workers"
      primary   = true
      subnet_id = var.subnet_ids.workers
      application_gateway_backend_address_pool_ids = [
        for pool in azurerm_application_gateway.shop.backend_address_pool : pool.id
      ]
    }
  }

  extension {
    name                       = "health"
    publisher                  = "Microsoft.ManagedServices"
    type                       = "ApplicationHealthLinux"
    type_handler_version       = "2.0"
    auto_upgrade_minor_version = true
    automatic_upgrade_enabled  = true
    settings                   = jsonencode({ protocol = "https", port = 443, requestPath = "/health" })
  }

  extension {
    name                       = "monitor"
    publisher                  = "Microsoft.Azure.Monitor"
    type                       = "AzureMonitorLinuxAgent"
    type_handler_version       = "1.33"
    auto_upgrade_minor_version = true
    automatic_upgrade_enabled  = true
  }

  extension {
    name                       = "attestation"
    publisher                  = "Microsoft.Azure.Security.LinuxAttestation"
    type                       = "GuestAttestation"
    type_handler_version       = "1.0"
    auto_upgrade_minor_version = true
    automatic_upgrade_enabled  = true
  }
}
