subnet_ids = {
  gateway = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/gateway"
  workers = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/workers"
}
certificate_secret_id  = "https://kv-shop.vault.azure.net/secrets/shop"
image_id               = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-images/providers/Microsoft.Compute/galleries/images/images/shop/versions/1.4.0"
disk_encryption_set_id = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/shop"
administrator_key      = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample operator"
workspace_id           = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs"
