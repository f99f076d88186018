log_bucket     = "shop-logs"
administrators = "arn:aws:iam::111122223333:role/lake-administrators"
