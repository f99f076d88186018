locals {
  name = "webshop-${var.environment}"

  tags = {
    application = "webshop"
    environment = var.environment
  }

  zones = ["a", "b"]
}

resource "aws_vpc" "shop" {
  cidr_block           = var.vpc_cidr
  enable_dns_hostnames = true

  tags = { Name = local.name }
}

resource "aws_subnet" "public" {
  for_each = toset(local.zones)

  vpc_id                  = aws_vpc.shop.id
  availability_zone       = "${var.region}${each.key}"
  cidr_block              = cidrsubnet(var.vpc_cidr, 8, index(local.zones, each.key))
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  for_each = toset(local.zones)

  vpc_id            = aws_vpc.shop.id
  availability_zone = "${var.region}${each.key}"
  cidr_block        = cidrsubnet(var.vpc_cidr, 8, 100 + index(local.zones, each.key))
}

resource "aws_security_group" "web" {
  name        = "${local.name}-web"
  description = "The shop's front door"
  vpc_id      = aws_vpc.shop.id

  dynamic "ingress" {
    for_each = { http = 80, https = 443 }

    content {
      description = "${ingress.key} from anywhere"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }

  egress {
    description = "HTTPS to the payment provider"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}

resource "aws_security_group" "jump" {
  name        = "${local.name}-jump"
  description = "Administrators"
  vpc_id      = aws_vpc.shop.id

  ingress {
    description = "SSH for administrators"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.admin_cidrs
  }
}

resource "aws_security_group" "database" {
  name        = "${local.name}-database"
  description = "PostgreSQL from the shop alone"
  vpc_id      = aws_vpc.shop.id

  ingress {
    description     = "PostgreSQL from the web tier"
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}
