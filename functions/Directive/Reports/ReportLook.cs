namespace Directives.Reports;

/// <summary>What a link or its session leads to: a report owed, a report filed, or a refusal.</summary>
public abstract record ReportLook;
