using Directives.Access;
using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.Assistants;

/// <summary>Answers the pages around an official from the tables.</summary>
public sealed class AssistantPages(Installation installation) : IAssistantPages
{
    /// <inheritdoc/>
    public async ValueTask<Assistant?> FindAsync(LinkSession session, CancellationToken cancel) =>
        (await installation.Assistants.FindAsync(session.Official, cancel))?.Now;

    /// <inheritdoc/>
    public async Task<AssistantRefusal?> NameAsync(LinkSession session, AssistantNaming naming, CancellationToken cancel)
    {
        var sheet = SheetRef.Parse(session.Sheet);
        var seen = await installation.Reports.LookAsync(sheet, session.Seat, cancel);
        return await installation.Naming.NameAsync(session.Official, naming, seen is null ? null : (sheet, seen.Owed), session.By, cancel);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(LinkSession session, CancellationToken cancel) => installation.Naming.RemoveAsync(session.Official, session.By, cancel);

    /// <inheritdoc/>
    public Task<bool> AskToFileAsync(LinkSession session, CancellationToken cancel) => installation.Ready.AskAsync(
        SheetRef.Parse(session.Sheet), session.Seat, new Actor(session.Drafter ?? session.Official, session.Official), cancel);
}
