resource "azurerm_storage_account" "shop" {
  for_each = {
    images   = { public = true }
    invoices = { public = false }
  }

  name                            = "webshop${each.key}"
  resource_group_name             = azurerm_resource_group.shop.name
  location                        = azurerm_resource_group.shop.location
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  min_tls_version                 = var.minimum_tls_version
  https_traffic_only_enabled      = each.key == "invoices"
  allow_nested_items_to_be_public = each.value.public
  tags                            = local.tags
}

resource "azurerm_mssql_server" "shop" {
  name                          = local.name
  resource_group_name           = azurerm_resource_group.shop.name
  location                      = azurerm_resource_group.shop.location
  version                       = "12.0"
  administrator_login           = "shopadmin"
  administrator_login_password  = var.sql_password
  minimum_tls_version           = "1.2"
  public_network_access_enabled = true
}

resource "azurerm_mssql_firewall_rule" "everyone" {
  name             = "temporary"
  server_id        = azurerm_mssql_server.shop.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

resource "azurerm_mssql_database" "orders" {
  name      = "orders"
  server_id = azurerm_mssql_server.shop.id
  sku_name  = "S1"
}

resource "azurerm_key_vault" "shop" {
  name                       = local.name
  location                   = azurerm_resource_group.shop.location
  resource_group_name        = azurerm_resource_group.shop.name
  tenant_id                  = var.tenant_id
  sku_name                   = "standard"
  purge_protection_enabled   = false
  soft_delete_retention_days = 30
}
