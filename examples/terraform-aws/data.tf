module "bucket" {
  source   = "./modules/bucket"
  for_each = toset(["images", "invoices", "logs"])

  name       = "${local.name}-${each.key}"
  versioning = each.key == "invoices"
  private    = each.key != "images"
}

resource "aws_db_subnet_group" "shop" {
  name       = local.name
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_db_instance" "shop" {
  identifier              = local.name
  engine                  = "postgres"
  engine_version          = "16.4"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 100
  db_name                 = "shop"
  username                = "shop"
  password                = var.database_password
  db_subnet_group_name    = aws_db_subnet_group.shop.name
  vpc_security_group_ids  = [aws_security_group.database.id]
  storage_encrypted       = var.environment == "prod" ? false : true
  backup_retention_period = var.backup_retention_days
  publicly_accessible     = false
  skip_final_snapshot     = true
}

resource "aws_kms_key" "orders" {
  description             = "Orders and invoices"
  deletion_window_in_days = 30
}

resource "aws_dynamodb_table" "carts" {
  name         = "${local.name}-carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "customer"

  attribute {
    name = "customer"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_sns_topic" "alerts" {
  name              = "${local.name}-alerts"
  kms_master_key_id = var.alert_topic_key
}
