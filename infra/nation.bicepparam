using 'main.bicep'

// A nation: 11,303 seats.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'nation')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param authority = 'vn'
param since = '2026-12-01'
param mailFrom = 'directive@nation.example'
param mailReplyTo = 'office@nation.example'
param alertAddress = 'operator@nation.example'
param maximumInstances = 40
param readyInstances = 1
param logDays = 180
param monthlyBudget = 1000
