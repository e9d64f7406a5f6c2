using Directives.Reports;

namespace Directives.Web.Cases;

/// <summary>What the pages of cases ask of the engine. Whose a case is is found out inside, on the case as it stands.</summary>
public interface ICasePages
{
    /// <summary>The case; null where there is none for the viewer.</summary>
    ValueTask<CaseView?> ShowAsync(CaseViewer viewer, string id, CancellationToken cancel);

    /// <summary>A file of the case; null where there is none for the viewer.</summary>
    ValueTask<OpenedFile?> OpenFileAsync(CaseViewer viewer, string id, string hash, CancellationToken cancel);

    /// <summary>Takes a step.</summary>
    Task<CaseTaken> TakeAsync(CaseViewer viewer, string id, CaseForm form, CancellationToken cancel);
}
