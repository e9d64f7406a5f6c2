// Who is told when Directive does not do its work.
param name string
param location string
param tags object
param logsId string
param insightsName string
param siteAddress string
param alertAddress string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'directive'
    emailReceivers: [{ name: 'operator', emailAddress: alertAddress, useCommonAlertSchema: true }]
  }
}

// Tables unreachable, the mail account refused, or the oldest due dossier waiting too long: /readyz answers 503.
resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'ready-${name}'
  location: location
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'ready-${name}'
    Name: 'ready-${name}'
    Enabled: true
    Frequency: 900
    Timeout: 60
    Kind: 'standard'
    RetryEnabled: true
    Locations: [{ Id: 'apac-sg-sin-azr' }, { Id: 'emea-nl-ams-azr' }]
    Request: { RequestUrl: '${siteAddress}/readyz', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'not-ready-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Directive is not ready: open /readyz to see whether tables, mail or what is due is the matter.'
    severity: 1
    enabled: true
    scopes: [ready.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: told.id }]
  }
}

var silent = [
  { id: 'sweep', function: 'Sweep', window: 'PT1H', what: 'The sweep has not run for an hour: alarms that were lost are not restored.' }
  { id: 'seal', function: 'SealTrail', window: 'PT2H', what: 'The trail has not been sealed for two hours.' }
  { id: 'post', function: 'Postman', window: 'PT30M', what: 'The postman has not run for half an hour: no letter leaves.' }
]

resource notRun 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [for one in silent: {
  name: 'not-run-${one.id}-${name}'
  location: location
  tags: tags
  properties: {
    description: one.what
    severity: 2
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT15M'
    windowSize: one.window
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where OperationName == "${one.function}" and Success == true'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [told.id] }
    autoMitigate: true
  }
}]

resource mail 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: 'mail-${name}'
  location: location
  tags: tags
  properties: {
    description: 'Letters do not leave: the office\'s page on the post says which, and why.'
    severity: 2
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message startswith "A letter could not leave" or Message startswith "A letter is refused"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 10
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [told.id] }
    autoMitigate: true
  }
}

output groupId string = told.id
