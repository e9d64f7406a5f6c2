// The Functions app on Flex Consumption, with its own identity.
param name string
param location string
param tags object
param storageName string
param packages string
param insightsName string
param vaultUri string

@description('Settings that the parameters of the installation give.')
param told object
param publicAddress string
param maximumInstances int
param readyInstances int

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${name}'
  location: location
  tags: union(tags, { 'azd-service-name': 'directive' })
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: { type: 'blobContainer', value: packages, authentication: { type: 'SystemAssignedIdentity' } }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: 2048
        alwaysReady: readyInstances == 0 ? [] : [{ name: 'http', instanceCount: readyInstances }]
      }
    }
  }

  // Nobody deploys by a password, nor by FTP.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // Each name is one that the app knows; each secret is a reference to the vault. What is not here keeps its default.
  resource settings 'config' = {
    name: 'appsettings'
    properties: union(told, {
      AzureWebJobsStorage__accountName: storageName
      AzureWebJobsStorage__credential: 'managedidentity'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
      Directive__Tables: storage.properties.primaryEndpoints.table
      Directive__Blobs: storage.properties.primaryEndpoints.blob
      Directive__PublicAddress: empty(publicAddress) ? 'https://${app.properties.defaultHostName}' : publicAddress
      Directive__OtherHosts: app.properties.defaultHostName
      Directive__Keys__Trail: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/trail)'
      Directive__Keys__Links: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/links)'
      Directive__Keys__Confidential: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/confidential)'
      Directive__Mail__SendGrid__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sendgrid)'
    })
  }
}

output name string = app.name
output principal string = app.identity.principalId
output address string = 'https://${app.properties.defaultHostName}'
