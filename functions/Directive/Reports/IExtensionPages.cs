using Directives.Access;

namespace Directives.Reports;

/// <summary>What the page that asks for more time asks of the engine. Each call judges the link again.</summary>
public interface IExtensionPages
{
    /// <summary>How the session's obligation stands, and what was asked already.</summary>
    ValueTask<ExtensionLook> LookAsync(LinkSession session, CancellationToken cancel);

    /// <summary>Asks for more time. Null when done.</summary>
    /// <param name="wished">The due date wished for (local day).</param>
    Task<RoundRefusal?> AskAsync(LinkSession session, string reason, DateOnly wished, CancellationToken cancel);
}
