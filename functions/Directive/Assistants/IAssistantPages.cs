using Directives.Access;

namespace Directives.Assistants;

/// <summary>What the pages around an official ask of the engine. The caller has judged the session's link just before.</summary>
public interface IAssistantPages
{
    /// <summary>The assistant of the session's official, or null.</summary>
    ValueTask<Assistant?> FindAsync(LinkSession session, CancellationToken cancel);

    /// <summary>Names one instead of whoever there was. Null when done.</summary>
    Task<AssistantRefusal?> NameAsync(LinkSession session, AssistantNaming naming, CancellationToken cancel);

    /// <summary>Removes the assistant; their links are dead from here on.</summary>
    Task RemoveAsync(LinkSession session, CancellationToken cancel);

    /// <summary>Whoever prepares asks the official to file. False where nothing is to be filed (any more).</summary>
    Task<bool> AskToFileAsync(LinkSession session, CancellationToken cancel);
}
