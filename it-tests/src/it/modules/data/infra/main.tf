variable "https_only" {
  type    = bool
  default = false
}

resource "azurerm_storage_account" "logs" {
  name                       = "exampleshoplogs"
  resource_group_name        = "shop"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "ZRS"
  https_traffic_only_enabled = var.https_only
}
