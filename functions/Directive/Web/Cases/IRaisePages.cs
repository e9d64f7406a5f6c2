using Directives.Attachments;
using Directives.Recommendations;

namespace Directives.Web.Cases;

/// <summary>What raising a recommendation asks of the engine.</summary>
public interface IRaisePages
{
    /// <summary>Places that the viewer's posts answer for, and those below them.</summary>
    ValueTask<IReadOnlyList<RaisePlace>> PlacesAsync(CaseViewer viewer, CancellationToken cancel);

    /// <summary>Keeps a file; what is raised then refers to it.</summary>
    /// <exception cref="FileRefusedException">It is none that a recommendation may carry.</exception>
    Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel);

    /// <summary>Raises; raised already under this id is the same as done.</summary>
    Task RaiseAsync(CaseViewer viewer, string id, Raised raised, CancellationToken cancel);
}
