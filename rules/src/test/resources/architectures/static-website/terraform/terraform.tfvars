domain_name = "www.example.com"
zone_id     = "Z0123456789EXAMPLE"
