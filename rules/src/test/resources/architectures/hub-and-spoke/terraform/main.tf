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
  name     = "rg-network"
  location = "westeurope"
}

variable "workspace_id" {
  type = string
}

variable "flow_log_storage_id" {
  type = string
}

locals {
  spokes = {
    shop  = "10.61.0.0/16"
    tools = "10.62.0.0/16"
  }
}

resource "azurerm_network_ddos_protection_plan" "this" {
  name                = "ddos"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

resource "azurerm_virtual_network" "hub" {
  name                = "vnet-hub"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  address_space       = ["10.60.0.0/16"]

  ddos_protection_plan {
    id     = azurerm_network_ddos_protection_plan.this.id
    enable = true
  }
}

resource "azurerm_subnet" "firewall" {
  name                 = "AzureFirewallSubnet"
  resource_group_name  = azurerm_resource_group.this.name
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.60.0.0/26"]
}

resource "azurerm_subnet" "bastion" {
  name                 = "AzureBastionSubnet"
  resource_group_name  = azurerm_resource_group.this.name
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.60.1.0/26"]
}

resource "azurerm_network_security_group" "bastion" {
  name                = "nsg-bastion"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location

  dynamic "security_rule" {
    for_each = {
      operators       = { priority = 100, direction = "Inbound", from = "Internet", to = "*", ports = ["443"] }
      gateway-manager = { priority = 110, direction = "Inbound", from = "GatewayManager", to = "*", ports = ["443"] }
      load-balancer   = { priority = 120, direction = "Inbound", from = "AzureLoadBalancer", to = "*", ports = ["443"] }
      hosts           = { priority = 130, direction = "Inbound", from = "VirtualNetwork", to = "VirtualNetwork", ports = ["8080", "5701"] }
      targets         = { priority = 100, direction = "Outbound", from = "*", to = "VirtualNetwork", ports = ["22", "3389"] }
      cloud           = { priority = 110, direction = "Outbound", from = "*", to = "AzureCloud", ports = ["443"] }
    }
    content {
      name                       = security_rule.key
      priority                   = security_rule.value.priority
      direction                  = security_rule.value.direction
      access                     = "Allow"
      protocol                   = "Tcp"
      source_port_range          = "*"
      source_address_prefix      = security_rule.value.from
      destination_address_prefix = security_rule.value.to
      destination_port_ranges    = security_rule.value.ports
    }
  }
}

resource "azurerm_subnet_network_security_group_association" "bastion" {
  subnet_id                 = azurerm_subnet.bastion.id
  network_security_group_id = azurerm_network_security_group.bastion.id
}

resource "azurerm_virtual_network" "spoke" {
  for_each = local.spokes

  name                = "vnet-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  address_space       = [each.value]
  dns_servers         = [azurerm_firewall.hub.ip_configuration[0].private_ip_address]

  ddos_protection_plan {
    id     = azurerm_network_ddos_protection_plan.this.id
    enable = true
  }
}

resource "azurerm_virtual_network_peering" "to_hub" {
  for_each = local.spokes

  name                         = "to-hub"
  resource_group_name          = azurerm_resource_group.this.name
  virtual_network_name         = azurerm_virtual_network.spoke[each.key].name
  remote_virtual_network_id    = azurerm_virtual_network.hub.id
  allow_forwarded_traffic      = true
  allow_virtual_network_access = true
}

resource "azurerm_virtual_network_peering" "to_spoke" {
  for_each = local.spokes

  name                         = "to-${each.key}"
  resource_group_name          = azurerm_resource_group.this.name
  virtual_network_name         = azurerm_virtual_network.hub.name
  remote_virtual_network_id    = azurerm_virtual_network.spoke[each.key].id
  allow_virtual_network_access = true
}

resource "azurerm_route_table" "spoke" {
  name                = "rt-spoke"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location

  route {
    name                   = "out"
    address_prefix         = "0.0.0.0/0"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = azurerm_firewall.hub.ip_configuration[0].private_ip_address
  }
}

resource "azurerm_network_security_group" "workloads" {
  for_each = local.spokes

  name                = "nsg-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location

  security_rule {
    name                       = "bastion"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["22", "3389"]
    source_address_prefix      = azurerm_subnet.bastion.address_prefixes[0]
    destination_address_prefix = each.value
  }

  security_rule {
    name                       = "deny"
    priority                   = 4096
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_subnet" "workloads" {
  for_each = local.spokes

  name                              = "workloads"
  resource_group_name               = azurerm_resource_group.this.name
  virtual_network_name              = azurerm_virtual_network.spoke[each.key].name
  address_prefixes                  = [cidrsubnet(each.value, 8, 1)]
  default_outbound_access_enabled   = false
  private_endpoint_network_policies = "Enabled"
}

resource "azurerm_subnet_network_security_group_association" "workloads" {
  for_each = local.spokes

  subnet_id                 = azurerm_subnet.workloads[each.key].id
  network_security_group_id = azurerm_network_security_group.workloads[each.key].id
}

resource "azurerm_subnet_route_table_association" "workloads" {
  for_each = local.spokes

  subnet_id      = azurerm_subnet.workloads[each.key].id
  route_table_id = azurerm_route_table.spoke.id
}

resource "azurerm_public_ip" "this" {
  for_each = toset(["firewall", "bastion"])

  name                = "pip-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  allocation_method   = "Static"
  sku                 = "Standard"
  zones               = ["1", "2", "3"]
}

resource "azurerm_firewall_policy" "hub" {
  name                     = "afwp-hub"
  resource_group_name      = azurerm_resource_group.this.name
  location                 = azurerm_resource_group.this.location
  sku                      = "Premium"
  threat_intelligence_mode = "Deny"

  dns {
    proxy_enabled = true
  }

  intrusion_detection {
    mode = "Deny"
  }
}

resource "azurerm_firewall_policy_rule_collection_group" "hub" {
  name               = "allowed"
  firewall_policy_id = azurerm_firewall_policy.hub.id
  priority           = 500

  application_rule_collection {
    name     = "updates"
    priority = 500
    action   = "Allow"
    rule {
      name              = "updates"
      source_addresses  = values(local.spokes)
      destination_fqdns = ["*.ubuntu.com", "packages.microsoft.com"]
      protocols {
        type = "Https"
        port = 443
      }
    }
  }
}

resource "azurerm_firewall" "hub" {
  name                = "afw-hub"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  sku_name            = "AZFW_VNet"
  sku_tier            = "Premium"
  zones               = ["1", "2", "3"]
  firewall_policy_id  = azurerm_firewall_policy.hub.id

  ip_configuration {
    name                 = "firewall"
    subnet_id            = azurerm_subnet.firewall.id
    public_ip_address_id = azurerm_public_ip.this["firewall"].id
  }
}

resource "azurerm_bastion_host" "hub" {
  name                   = "bas-hub"
  resource_group_name    = azurerm_resource_group.this.name
  location               = azurerm_resource_group.this.location
  sku                    = "Standard"
  copy_paste_enabled     = false
  file_copy_enabled      = false
  shareable_link_enabled = false
  tunneling_enabled      = true
  zones                  = ["1", "2", "3"]

  ip_configuration {
    name                 = "bastion"
    subnet_id            = azurerm_subnet.bastion.id
    public_ip_address_id = azurerm_public_ip.this["bastion"].id
  }
}

resource "azurerm_monitor_diagnostic_setting" "firewall" {
  name                       = "logs"
  target_resource_id         = azurerm_firewall.hub.id
  log_analytics_workspace_id = var.workspace_id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_network_watcher" "this" {
  name                = "nw-westeurope"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

resource "azurerm_network_watcher_flow_log" "spoke" {
  for_each = local.spokes

  name                 = "flow-${each.key}"
  network_watcher_name = azurerm_network_watcher.this.name
  resource_group_name  = azurerm_resource_group.this.name
  target_resource_id   = azurerm_virtual_network.spoke[each.key].id
  storage_account_id   = var.flow_log_storage_id
  enabled              = true
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  traffic_analytics {
    enabled               = true
    workspace_id          = "11112222-3333-4444-5555-666677778888"
    workspace_region      = "westeurope"
    workspace_resource_id = var.workspace_id
    interval_in_minutes   = 10
  }
}
