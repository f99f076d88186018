subnet_ids = {
  apps      = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/apps"
  endpoints = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/endpoints"
}
workspace_id    = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs"
image           = "crexampleshop.azurecr.io/catalogue:3.1.0"
registry_key_id = "https://kv-shop.vault.azure.net/keys/registry"
