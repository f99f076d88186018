subnets = ["subnet-0a1b2c3d4e5f67890", "subnet-1a2b3c4d5e6f78901", "subnet-2a3b4c5d6e7f89012"]
vpc_id  = "vpc-0a1b2c3d4e5f67890"
key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"
