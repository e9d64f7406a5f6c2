using Directives.Access;

namespace Directives.Reports;

/// <summary>What the pages of reports ask of the engine. Each call judges the link again: it may have been revoked meanwhile.</summary>
public interface IReportPages
{
    /// <summary>How the session's obligation stands.</summary>
    ValueTask<ReportLook> LookAsync(LinkSession session, CancellationToken cancel);

    /// <summary>Files content that <see cref="ReportRules"/> found good. When it returns <see cref="ReportFiled"/>, the report is kept.</summary>
    /// <param name="amends">The version that it replaces; null for a first filing or a new round.</param>
    ValueTask<ReportLook> FileAsync(LinkSession session, ReportContent content, int? amends, CancellationToken cancel);
}
