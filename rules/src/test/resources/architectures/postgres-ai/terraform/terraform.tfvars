subnet_ids = {
  database  = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/database"
  endpoints = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/endpoints"
}
dns_zone_id = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/privateDnsZones/products.private.postgres.database.azure.com"
key = {
  id          = "https://kv-keys.vault.azure.net/keys/products/1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d"
  identity_id = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-keys/providers/Microsoft.ManagedIdentity/userAssignedIdentities/products"
  client_id   = "5f0c3a52-6d6e-4c0e-9a51-3c4b8a3a1c11"
}
