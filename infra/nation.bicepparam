using 'main.bicep'

// A nation: 11,000 seats. Always one instance ready, more at once, and logs for half a year.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'nation')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param operatorId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param authority = 'vn'
param edition = '02-QD-TU.2021-04-29'
param since = '2027-01-01'
param mailFrom = 'directive@nation.example'
param mailFromName = 'Văn phòng'
param mailReplyTo = 'office@nation.example'
param alertAddress = 'operator@nation.example'
param mailFailuresAnHour = 50
param maximumInstances = 40
param readyInstances = 1
param logDays = 180
param monthlyBudget = 1000
param budgetFrom = '2027-01-01'
