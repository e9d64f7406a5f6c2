// Holds the secrets. The operator puts them in; the app reads them by reference; nobody else can, and who did is written down.
param name string
param location string
param tags object
param logsId string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Without the key of what is confidential nobody ever reads it again.
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

resource asked 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'asked'
  properties: {
    workspaceId: logsId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
