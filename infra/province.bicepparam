using 'main.bicep'

// One province: 170 seats.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'province')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param authority = '52'
param since = '2026-12-01'
param mailFrom = 'directive@province.example'
param mailReplyTo = 'office@province.example'
param alertAddress = 'operator@province.example'
param maximumInstances = 10
param monthlyBudget = 50
