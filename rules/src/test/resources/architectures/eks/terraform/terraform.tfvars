private_subnets = ["subnet-0a1b2c3d4e5f67890", "subnet-1a2b3c4d5e6f78901", "subnet-2a3b4c5d6e7f89012"]
