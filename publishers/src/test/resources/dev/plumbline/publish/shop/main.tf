resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = var.acl
}

resource "aws_security_group" "web" {
	ingress {
		from_port   = 22
		to_port     = 22
		protocol    = "tcp"
		cidr_blocks = ["0.0.0.0/0"]
	}
}

resource "aws_db_instance" "main" {
  password            = var.master
  publicly_accessible = true # 公開 データベース
}
