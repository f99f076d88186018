workspace_id        = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs"
flow_log_storage_id = "/subscriptions/00001111-aaaa-2222-bbbb-3333cccc4444/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/flowlogs"
