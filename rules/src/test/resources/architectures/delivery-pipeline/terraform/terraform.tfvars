key_arn         = "arn:aws:kms:eu-central-1:111122223333:key/1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"
artifact_bucket = "shop-artifacts"
connection_arn  = "arn:aws:codestar-connections:eu-central-1:111122223333:connection/1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"
