resource "azurerm_storage_account" "logs" {
  name                            = "exampleshoplogs"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  https_traffic_only_enabled      = true
  min_tls_version                 = "TLS1_2"
  allow_nested_items_to_be_public = false
  public_network_access_enabled   = false
  shared_access_key_enabled       = false
  local_user_enabled              = false

  network_rules {
    default_action = "Deny"
  }
}
