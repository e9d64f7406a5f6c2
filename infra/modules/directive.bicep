// All of it, in one resource group.
param environmentName string
param location string
param tags object

@description('Settings that the parameters of the installation give.')
param told object
param publicAddress string
param operatorId string
param operatorType string
param alertAddress string
param mailFailuresAnHour int
param logDays int
param maximumInstances int
param readyInstances int
param monthlyBudget int
param budgetFrom string

var name = toLower('${environmentName}-${take(uniqueString(subscription().id, resourceGroup().id), 6)}')

module storage 'storage.bicep' = {
  params: {
    // Storage accounts take no hyphens.
    name: 'st${replace(name, '-', '')}'
    location: location
    tags: tags
  }
}

module monitoring 'monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    logDays: logDays
  }
}

module vault 'vault.bicep' = {
  params: {
    name: 'kv-${name}'
    location: location
    tags: tags
    logsId: monitoring.outputs.logsId
  }
}

module app 'app.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    storageName: storage.outputs.name
    packages: storage.outputs.packages
    insightsName: monitoring.outputs.insightsName
    vaultUri: vault.outputs.uri
    told: told
    publicAddress: publicAddress
    maximumInstances: maximumInstances
    readyInstances: readyInstances
  }
}

module roles 'roles.bicep' = {
  params: {
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
    principal: app.outputs.principal
    operatorId: operatorId
    operatorType: operatorType
  }
}

module alerts 'alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    logsId: monitoring.outputs.logsId
    insightsName: monitoring.outputs.insightsName
    siteAddress: app.outputs.address
    alertAddress: alertAddress
    mailFailuresAnHour: mailFailuresAnHour
  }
}

module budget 'budget.bicep' = {
  params: {
    name: name
    amount: monthlyBudget
    from: budgetFrom
    alertAddress: alertAddress
  }
}

output siteAddress string = app.outputs.address
output vaultName string = vault.outputs.name
output appName string = app.outputs.name
