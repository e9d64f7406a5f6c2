using 'main.bicep'

// One province: 170 seats. What each parameter means stands in main.bicep and README.md; copy this file for an own installation.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'province')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param operatorId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param authority = '52'
param edition = '02-QD-TU.2021-04-29'
param since = '2027-01-01'
param mailFrom = 'directive@province.example'
param mailFromName = 'Văn phòng Tỉnh ủy'
param mailReplyTo = 'office@province.example'
param alertAddress = 'operator@province.example'
param maximumInstances = 10
param monthlyBudget = 50
param budgetFrom = '2027-01-01'
