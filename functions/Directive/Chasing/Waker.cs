using Directives.Access.SignIn;
using Directives.Assistants;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Extensions;
using Directives.Mail;
using Directives.Posts;
using Directives.Proposals;
using Directives.Recommendations;
using Directives.Recommendations.Agenda;
using Directives.Recommendations.Confidential;
using Directives.Tables;

namespace Directives.Chasing;

/// <summary>Brings one dossier up to date, whatever kind it is; what both engines call.</summary>
public sealed class Waker(
    RegisterKeeper register, CycleKeeper keeper, Chaser chaser, Postman postman, PostRoom room, AssistantStore assistants, AssistantDesk naming, ExtensionStore extensions, Extender extender,
    SignInDesk signIns, ProposalStore proposals, ProposalDesk changes, CaseChaser cases,
    AgendaStore agenda, DecisionDesk decisions, DeskMatters matters)
{
    /// <summary>Does what the dossier wants now. Returns when it next wants attention (UTC); null once it never will by itself.</summary>
    /// <param name="id">The dossier.</param>
    /// <param name="held">Letters with rungs are held until the office has looked.</param>
    /// <param name="cancel">Stops between acts.</param>
    public Task<DateTimeOffset?> WakeAsync(DossierId id, bool held = false, CancellationToken cancel = default) => id.Table switch
    {
        Table.Register => register.WakeAsync(cancel),
        Table.Cycles => keeper.WakeAsync(cancel),
        Table.Sheets => chaser.WakeAsync(SheetRef.Parse(id.Partition), cancel),
        Table.Cases => cases.WakeAsync(CaseRef.Parse(id.Partition), cancel),
        Table.Desk => matters.WakeAsync(id, cancel),
        Table.Mailboxes => postman.WakeAsync(id, held, cancel),
        Table.SignIns => signIns.WakeAsync(id, cancel),
        Table.Installation when id == assistants.Dossier => naming.WakeAsync(cancel),
        Table.Installation when id == extensions.Dossier => extender.WakeAsync(cancel),
        Table.Installation when id == proposals.Dossier => changes.WakeAsync(cancel),
        Table.Installation when id == agenda.Dossier => decisions.WakeAsync(cancel),
        Table.Installation => room.WakeAsync(cancel),
        _ => throw new InvalidOperationException($"Nothing wakes a dossier of {id.Table}."),
    };
}
