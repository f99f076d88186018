subnet_id    = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/endpoints"
workspace_id = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs"
key_id       = "https://kv-keys.vault.azure.net/keys/baskets"
identity_id  = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-keys/providers/Microsoft.ManagedIdentity/userAssignedIdentities/baskets"
