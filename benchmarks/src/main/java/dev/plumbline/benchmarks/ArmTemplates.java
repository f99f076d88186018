package dev.plumbline.benchmarks;

/** An ARM template to measure with: the constructs that people use, in about the mix in which they do. */
final class ArmTemplates {
    private static final String HEAD = """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "parameters": {
                "adminUser": { "type": "string", "metadata": { "description": "Who signs in." } },
                "adminKey": { "type": "securestring" },
                "size": { "type": "string", "defaultValue": "Standard_D2s_v5", "allowedValues": [ "Standard_D2s_v5" ] },
                "count": { "type": "int", "defaultValue": 3 },
                "public": { "type": "bool" },
                "location": { "type": "string", "defaultValue": "[resourceGroup().location]" }
              },
              "variables": {
                "suffix": "[uniqueString(resourceGroup().id, deployment().name)]",
                "storage": "[toLower(concat('logs', variables('suffix')))]",
                "network": "[format('{0}-network', parameters('location'))]",
                "subnet": "[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('network'), 'default')]",
                "linux": { "disablePasswordAuthentication": true, "ssh": { "publicKeys": [
                  { "path": "[concat('/home/', parameters('adminUser'), '/.ssh')]", "keyData": "[parameters('adminKey')]" } ] } },
                "copy": [ { "name": "rules", "count": 10, "input": {
                  "name": "[concat('rule', copyIndex('rules', 1))]",
                  "properties": { "priority": "[add(100, mul(copyIndex('rules'), 10))]", "access": "Allow", "direction": "Inbound",
                    "protocol": "Tcp", "sourceAddressPrefix": "[if(equals(mod(copyIndex('rules'), 2), 0), '10.0.0.0/8', '*')]",
                    "destinationPortRange": "[string(add(8000, copyIndex('rules')))]" } } } ]
              },
              "resources": [
                {
                  "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "[variables('storage')]",
                  "location": "[parameters('location')]", "sku": { "name": "Standard_LRS" }, "kind": "StorageV2",
                  "properties": { "supportsHttpsTrafficOnly": true, "minimumTlsVersion": "TLS1_2" }
                },
                {
                  "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2023-09-01", "name": "[variables('network')]",
                  "location": "[parameters('location')]",
                  "properties": { "addressSpace": { "addressPrefixes": [ "10.0.0.0/16" ] }, "subnets": [ { "name": "default",
                    "properties": { "addressPrefix": "[cidrSubnet('10.0.0.0/16', 24, 1)]" } } ] }
                }""";

    private static final String SERVER = """
            ,
                {
                  "type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01", "name": "group%1$d",
                  "location": "[parameters('location')]", "properties": { "securityRules": "[variables('rules')]" }
                },
                {
                  "type": "Microsoft.Network/networkInterfaces", "apiVersion": "2023-09-01",
                  "name": "[concat('card%1$d-', copyIndex())]", "location": "[parameters('location')]",
                  "copy": { "name": "cards%1$d", "count": "[parameters('count')]" },
                  "dependsOn": [ "[variables('network')]" ],
                  "properties": {
                    "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'group%1$d')]" },
                    "ipConfigurations": [ { "name": "main", "properties": { "subnet": { "id": "[variables('subnet')]" },
                      "publicIPAddress": "[if(parameters('public'), createObject('id', 'x'), null())]" } } ] }
                },
                {
                  "type": "Microsoft.Compute/virtualMachines", "apiVersion": "2023-09-01",
                  "name": "[format('server%1$d-{0:D2}', copyIndex())]", "location": "[parameters('location')]",
                  "copy": { "name": "servers%1$d", "count": "[parameters('count')]" },
                  "dependsOn": [ "cards%1$d", "[resourceId('Microsoft.Storage/storageAccounts', variables('storage'))]" ],
                  "properties": {
                    "hardwareProfile": { "vmSize": "[parameters('size')]" },
                    "osProfile": { "computerName": "server%1$d", "adminUsername": "[parameters('adminUser')]",
                      "linuxConfiguration": "[variables('linux')]" },
                    "networkProfile": { "networkInterfaces": [ { "id":
                      "[resourceId('Microsoft.Network/networkInterfaces', concat('card%1$d-', copyIndex()))]" } ] },
                    "diagnosticsProfile": { "bootDiagnostics": { "enabled": true,
                      "storageUri": "[reference(variables('storage')).primaryEndpoints.blob]" } } }
                }""";

    private static final String TAIL = """

              ],
              "outputs": {
                "storage": { "type": "string", "value": "[variables('storage')]" }
              }
            }
            """;

    private ArmTemplates() {}

    /** A valid template of some 20 resources and 10 kB, as Azure's quickstarts are. */
    static String quickstart() {
        StringBuilder template = new StringBuilder(HEAD);
        for (int i = 0; i < 3; i++) {
            template.append(SERVER.formatted(i));
        }
        return template.append(TAIL).toString();
    }
}
