using Directives.Access;
using Directives.Reports;

namespace Directives.Extensions;

/// <summary>What the office's page of extensions asks of the engine.</summary>
public interface IExtensionPages
{
    /// <summary>The page of a cycle; null where there is none.</summary>
    /// <param name="done">Id of the extension to show; null or unknown for none.</param>
    ValueTask<ExtensionView?> ViewAsync(string cycle, string? done, CancellationToken cancel);

    /// <summary>What it would do. Changes nothing.</summary>
    Task<(RoundRefusal? Refusal, ExtensionPreview? Preview)> PreviewAsync(ExtensionRequest request, CancellationToken cancel);

    /// <summary>Confirms it. Null when done; the same id again is the same as done.</summary>
    Task<RoundRefusal?> ConfirmAsync(string id, ExtensionRequest request, PersonSession by, CancellationToken cancel);
}
