resource "azurerm_service_plan" "shop" {
  name                = local.name
  location            = azurerm_resource_group.shop.location
  resource_group_name = azurerm_resource_group.shop.name
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "shop" {
  name                = local.name
  location            = azurerm_resource_group.shop.location
  resource_group_name = azurerm_resource_group.shop.name
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = false

  identity {
    type = "SystemAssigned"
  }

  site_config {
    minimum_tls_version = "1.2"
    ftps_state          = "AllAllowed"

    application_stack {
      java_server         = "JAVA"
      java_server_version = "17"
      java_version        = "17"
    }
  }
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = local.name
  location            = azurerm_resource_group.shop.location
  resource_group_name = azurerm_resource_group.shop.name
  dns_prefix          = "webshop"

  role_based_access_control_enabled = true
  local_account_disabled            = false

  default_node_pool {
    name           = "default"
    node_count     = 3
    vm_size        = "Standard_D4s_v5"
    vnet_subnet_id = azurerm_subnet.web.id
  }

  identity {
    type = "SystemAssigned"
  }
}
