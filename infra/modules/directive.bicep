// All of it, in one resource group.
param environmentName string
param location string
param tags object
param authority string
param since string
param publicAddress string
param mailFrom string
param mailFromName string
param mailReplyTo string
param alertAddress string
param logDays int
param maximumInstances int
param readyInstances int
param monthlyBudget int
param budgetFrom string

var name = '${environmentName}-${take(uniqueString(subscription().id, resourceGroup().id), 6)}'

module storage 'storage.bicep' = {
  params: {
    // Storage accounts take no hyphens.
    name: take('st${replace(name, '-', '')}', 24)
    location: location
    tags: tags
  }
}

module vault 'vault.bicep' = {
  params: {
    name: take('kv-${name}', 24)
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

module app 'app.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    storageName: storage.outputs.name
    packages: storage.outputs.packages
    insightsName: monitoring.outputs.insightsName
    vaultUri: vault.outputs.uri
    authority: authority
    since: since
    publicAddress: publicAddress
    mailFrom: mailFrom
    mailFromName: mailFromName
    mailReplyTo: mailReplyTo
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
