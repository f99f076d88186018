certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"
log_bucket      = "shop-logs"
