// Directive for one authority: everything it needs in one resource group.
targetScope = 'subscription'

@description('Short name of the environment; it stands in the names of all resources.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Where everything runs and where data lives: one region, with copies in zones of that region only.')
@allowed([
  'southeastasia'
  'eastasia'
  'japaneast'
  'koreacentral'
  'centralindia'
  'westeurope'
  'northeurope'
  'germanywestcentral'
  'francecentral'
  'swedencentral'
])
param location string

@description('The authority\'s code: the first segment of every key, for ever.')
@minLength(1)
param authority string

@description('First day on which reports are owed here (YYYY-MM-DD).')
@minLength(10)
@maxLength(10)
param since string

@description('The address under which people reach the site; empty for the one that the platform gives.')
param publicAddress string = ''

@description('The sender\'s mail address.')
@minLength(3)
param mailFrom string

@description('The sender\'s name.')
param mailFromName string = 'Directive'

@description('Where readers\' answers go: an address that the office reads.')
@minLength(3)
param mailReplyTo string

@description('Who is told when something is wrong.')
@minLength(3)
param alertAddress string

@description('Months of traces and logs, in days.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Most instances of the app at the same time.')
@minValue(1)
@maxValue(100)
param maximumInstances int = 10

@description('Instances that are always ready for requests; 0 for none, and a first answer that may take some seconds.')
@minValue(0)
@maxValue(10)
param readyInstances int = 0

@description('What a month may cost before somebody is told, in the subscription\'s currency.')
@minValue(1)
param monthlyBudget int

@description('First day of the month from which the budget counts (YYYY-MM-01).')
param budgetFrom string = utcNow('yyyy-MM-01')

var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-directive-${environmentName}'
  location: location
  tags: tags
}

module directive 'modules/directive.bicep' = {
  scope: group
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    authority: authority
    since: since
    publicAddress: publicAddress
    mailFrom: mailFrom
    mailFromName: mailFromName
    mailReplyTo: mailReplyTo
    alertAddress: alertAddress
    logDays: logDays
    maximumInstances: maximumInstances
    readyInstances: readyInstances
    monthlyBudget: monthlyBudget
    budgetFrom: budgetFrom
  }
}

@description('Where the site is.')
output siteAddress string = directive.outputs.siteAddress

@description('The vault in which the operator puts the secrets.')
output vaultName string = directive.outputs.vaultName

@description('The app to which the package is deployed.')
output appName string = directive.outputs.appName
