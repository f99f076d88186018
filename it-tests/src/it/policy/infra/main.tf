resource "azurerm_storage_account" "logs" {
  name                       = "logs"
  resource_group_name        = "logs"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "ZRS"
  https_traffic_only_enabled = false
}
