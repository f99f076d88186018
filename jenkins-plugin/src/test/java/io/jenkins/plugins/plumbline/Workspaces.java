package io.jenkins.plugins.plumbline;

/** What the tests' jobs check. */
final class Workspaces {
    /** Serves over plain HTTP: a finding of high severity. */
    static final String INSECURE = """
            resource "azurerm_storage_account" "logs" {
              name                       = "logs"
              https_traffic_only_enabled = false
            }
            """;

    /** Holds nothing that is assessed. */
    static final String EMPTY = "locals {}\n";

    private Workspaces() {}

    /** Steps of a Pipeline that write a file. */
    static String write(String content) {
        return "writeFile file: 'infra/main.tf', text: '''" + content + "'''\n";
    }
}
