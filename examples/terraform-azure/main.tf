terraform {
  required_version = ">= 1.5"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azurerm" {
  features {}
}

locals {
  name = "webshop-${var.environment}"
  tags = { application = "webshop", environment = var.environment }
}

resource "azurerm_resource_group" "shop" {
  name     = local.name
  location = var.location
  tags     = local.tags
}
