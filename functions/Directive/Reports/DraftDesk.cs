using Directives.Access;
using Directives.Attachments;
using Directives.Calendars;
using Directives.Cycles;

namespace Directives.Reports;

/// <summary>Keeps what is typed into the form of a report. Whoever opened the form may: the official, or an assistant.</summary>
public sealed class DraftDesk(Installation installation) : IDraftPages
{
    /// <inheritdoc/>
    public async ValueTask<DraftSaved?> SaveAsync(LinkSession session, DraftSave draft, CancellationToken cancel)
    {
        var next = new Draft
        {
            Number = 0,
            Writer = draft.Writer,
            Title = session.Title,
            By = session.Drafter ?? session.Official,
            At = installation.Parts.Clock.GetUtcNow(),
            Versions = draft.Versions,
            Form = draft.Form,
            Attachments = draft.Attachments,
            CaseFiles = draft.CaseFiles,
        };
        var saving = await installation.Drafts.SaveAsync(session.Sheet, session.Seat, next, draft.Seen, draft.KeepFiles, cancel);
        if (saving is DraftSaving.TooLarge) return null;
        var zone = (await installation.Cycles.FrozenAsync(SheetRef.Parse(session.Sheet).Cycle, cancel)).Zone();
        return saving is DraftSaving.Conflict conflict
            ? new DraftSaved(Seen(conflict.Theirs, zone), false)
            : new DraftSaved(Seen(((DraftSaving.Kept)saving).Draft, zone), true);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SubstanceHint>> HintsAsync(LinkSession session, ReportContent content, CancellationToken cancel) =>
        await installation.Substance.HintsAsync(session, content, cancel);

    /// <inheritdoc/>
    public ValueTask DiscardAsync(LinkSession session, CancellationToken cancel) =>
        installation.Drafts.DeleteAsync(session.Sheet, session.Seat, cancel);

    /// <inheritdoc/>
    public Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel) => installation.Intake.TakeAsync(name, content, cancel);

    /// <summary>A draft as the form offers it.</summary>
    internal static DraftSeen Seen(Draft draft, Zone zone) =>
        new(draft.Number, draft.Writer, zone.LocalAt(draft.At), draft.Title, draft.Form, draft.Attachments) { CaseFiles = draft.CaseFiles };
}
