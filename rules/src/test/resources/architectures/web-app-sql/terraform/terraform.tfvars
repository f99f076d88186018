environment          = "prod"
client_id            = "3f0c3a52-6d6e-4c0e-9a51-3c4b8a3a1c11"
security_contact     = "security@example.com"
assessment_container = "https://examplescans.blob.core.windows.net/assessments/"
sql_administrators = {
  name      = "sql-administrators"
  object_id = "7d2bb3a2-30e4-4f0c-8c0c-2f6f3c1b0a77"
}
