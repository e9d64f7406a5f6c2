// Who is told when Directive does not do its work.
param name string
param location string
param tags object
param logsId string
param insightsName string
param siteAddress string
param alertAddress string
param mailFailuresAnHour int

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
    Locations: [{ Id: 'apac-sg-sin-azr' }, { Id: 'apac-jp-kaw-edge' }, { Id: 'emea-nl-ams-azr' }]
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

// The app tells these itself (functions/Directive/Web/Health/Signals.cs), whichever instance does the work.
var signals = [
  {
    id: 'sweep-missing'
    what: 'No sweep has come to its end for an hour: alarms that were lost stay lost. Most likely the app does not run at all.'
    query: 'AppMetrics | where Name == "directive.sweeps"'
    operator: 'LessThan'
    threshold: 1
    window: 'PT1H'
    severity: 1
  }
  {
    id: 'due-late'
    what: 'Something has been due for more than 45 minutes and was not done: somebody may be waiting for a letter.'
    query: 'AppMetrics | where Name == "directive.due.oldest_minutes" and Sum > 45'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT30M'
    severity: 1
  }
  {
    id: 'trail-unsealed'
    what: 'The trail has not been sealed for more than an hour after it should have been.'
    query: 'AppMetrics | where Name == "directive.trail.unsealed_minutes" and Sum > 60'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT30M'
    severity: 2
  }
  {
    id: 'mail-down'
    what: 'The mail provider takes no letters, or refuses the account: the office\'s page on the post says why.'
    query: 'AppMetrics | where Name == "directive.mail.down" | summarize Tries = sum(Sum) | where Tries > 2'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
    severity: 1
  }
  {
    id: 'mail-failed'
    what: 'More letters than usual do not leave, each for a reason of its own: the office\'s page on the post lists them.'
    query: 'AppMetrics | where Name == "directive.mail.failed" | summarize Letters = sum(Sum) | where Letters > ${mailFailuresAnHour}'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
    severity: 3
  }
]

resource late 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [for signal in signals: {
  name: '${signal.id}-${name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    description: signal.what
    severity: signal.severity
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT15M'
    windowSize: signal.window
    // The table has no rows before the app has run.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: signal.query
          timeAggregation: 'Count'
          operator: signal.operator
          threshold: signal.threshold
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [told.id] }
    autoMitigate: true
  }
}]
