// Directive for one authority: everything it needs in one resource group. infra/README.md leads through it.
targetScope = 'subscription'

@description('Short name of the environment: small letters, digits and hyphens. It stands in the names of all resources.')
@minLength(2)
@maxLength(14)
param environmentName string

// Asia, near Vietnam, and the European Union. Each has zones (data is kept in three of them) and Flex Consumption. None lies in Vietnam: whatever is kept here is
// kept abroad, which the law on personal data calls a cross-border transfer (README.md, Before going live).
@description('Where everything runs and where all data lies: one region. Tables, files and logs do not leave it; Azure itself copies a vault to the region\'s pair, where it has one.')
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

@description('Id of the edition that rules here; several with commas. The app does not start where one is unknown to it.')
@minLength(1)
param edition string

@description('Letters and digits before all names in the storage account; changed only when a backup was restored into tables of that beginning.')
@maxLength(20)
param prefix string = ''

@description('Folder of own rules beside the deployed app; empty for those that come with the program.')
param rules string = ''

@description('First day on which reports are owed here (YYYY-MM-DD).')
@minLength(10)
@maxLength(10)
param since string

@description('The address under which people reach the site (https://…); empty for the one that the platform gives.')
param publicAddress string = ''

@description('The sender\'s mail address. Its domain needs an SPF record, or the app does not start.')
@minLength(3)
param mailFrom string

@description('The sender\'s name, as readers see it.')
@minLength(1)
param mailFromName string

@description('Where readers\' answers go: an address that the office reads.')
@minLength(3)
param mailReplyTo string

@description('Public key of SendGrid\'s signed event webhook; empty until it is set up. It is no secret.')
param mailEventKey string = ''

@description('The Entra tenant whose people may ask to get in by the agency\'s account; empty for none.')
param entraTenant string = ''

@description('Object id of whoever puts the secrets into the vault; empty once they are there.')
param operatorId string = ''

@description('What that id is of.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorType string = 'User'

@description('Mail address of whoever is told when something is wrong or costs too much.')
@minLength(3)
param alertAddress string

@description('So many letters an hour may fail, each for a reason of its own, before somebody is told.')
@minValue(1)
param mailFailuresAnHour int = 5

@description('For how many days logs, traces and metrics are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Most instances of the app at the same time.')
@minValue(1)
@maxValue(100)
param maximumInstances int

@description('Instances that are always ready for requests; 0 for none, and a first answer that may take some seconds.')
@minValue(0)
@maxValue(10)
param readyInstances int = 0

@description('What a month may cost before somebody is told, in the subscription\'s currency.')
@minValue(1)
param monthlyBudget int

@description('First day of the month in which the budget begins (YYYY-MM-01); it must not be changed later.')
@minLength(10)
@maxLength(10)
param budgetFrom string

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
    operatorId: operatorId
    operatorType: operatorType
    alertAddress: alertAddress
    mailFailuresAnHour: mailFailuresAnHour
    logDays: logDays
    maximumInstances: maximumInstances
    readyInstances: readyInstances
    monthlyBudget: monthlyBudget
    budgetFrom: budgetFrom
    told: {
      Directive__Authority: authority
      Directive__Edition: edition
      Directive__Prefix: prefix
      Directive__Rules: rules
      Directive__Since: since
      Directive__Entra__Tenant: entraTenant
      Directive__Mail__Transport: 'SendGrid'
      Directive__Mail__From: mailFrom
      Directive__Mail__FromName: mailFromName
      Directive__Mail__ReplyTo: mailReplyTo
      Directive__Mail__SendGrid__EventKey: mailEventKey
    }
    publicAddress: publicAddress
  }
}

// Named as azd and the script that makes the secrets expect them.
@description('The group that holds everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The vault in which the operator puts the secrets.')
output AZURE_KEY_VAULT_NAME string = directive.outputs.vaultName

@description('The app to which the package is deployed.')
output DIRECTIVE_APP string = directive.outputs.appName

@description('Where the site is.')
output DIRECTIVE_SITE string = directive.outputs.siteAddress
