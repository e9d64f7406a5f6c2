using Directives.Access;
using Directives.Language;
using Directives.Register;

namespace Directives.Recommendations.Confidential;

/// <summary>Makes the pages of confidential matters out of what their readers may see.</summary>
internal sealed class ConfidentialDesk(Installation installation)
{
    private DateTimeOffset Now => installation.Parts.Clock.GetUtcNow();

    public DateOnly Today => installation.Parts.Rules.DayAt(Now);

    public async ValueTask<MattersView> ListAsync(PersonSession person, bool mayRaise, CancellationToken cancel)
    {
        var matters = await installation.Matters.ListAsync(person.Official, cancel);
        return new MattersView(
            [.. matters.Select(m => new MatterRow(m.Id, m.Raised.Kind, m.IsRaiser, Local(m.Raised.At), m.State.Stage, m.State.End, DueFor(m)))], mayRaise);
    }

    public async ValueTask<MatterView?> MatterAsync(string id, PersonSession person, CancellationToken cancel)
    {
        var matter = await installation.Matters.FindAsync(id, person.Official, cancel);
        var register = await installation.Registers.GetAsync(cancel);
        if (matter is null) return null;
        return new MatterView
        {
            Matter = matter,
            Raiser = register.Official(matter.Content.Raiser)?.Titles(),
            Named = RowsOf(matter.Content.Named, register),
            History = [.. matter.Content.Events.Select(e => EntryOf(e, matter, register))],
            Due = matter.State.Duties is [var duty, ..] ? duty.Due : null,
            Steps = MatterSteps.Of(matter.State, matter.IsRaiser, Today),
        };
    }

    public async ValueTask<RaiseView> FormAsync(RaiseForm form, bool searched, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var found = searched ? RegisterSearch.Find(form.Find, register, Today).Except(form.Named).ToList() : null;
        return new RaiseView(form, RowsOf(form.Named, register), found is null ? null : RowsOf(found, register), []);
    }

    private static List<NamedRow> RowsOf(IEnumerable<Named> named, RegisterSnapshot register) =>
    [
        .. from one in named
           let name = RegisterSearch.NameOf(one, register)
           where name is not null
           select new NamedRow(one, name, AboveOf(one, register)),
    ];

    private static Bilingual? AboveOf(Named named, RegisterSnapshot register) => named.Kind switch
    {
        NamedKind.Official when register.Official(named.Id)?.Body is { } body && register.Body(body) is { } known => known.Names(),
        NamedKind.Place when register.PlaceOf(named.Id)?.Parent is { } parent && register.PlaceOf(parent) is { } above => new Bilingual(above.Name, above.Name),
        _ => null,
    };

    /// <summary>When this reader owes something.</summary>
    private static DateOnly? DueFor(OpenMatter matter) =>
        matter.State.Duties.Where(d => d.Party.Kind == PartyKind.Desk != matter.IsRaiser).Select(d => (DateOnly?)d.Due).FirstOrDefault();

    private MatterEntry EntryOf(CaseEvent happened, OpenMatter matter, RegisterSnapshot register)
    {
        var byDesk = happened.By != matter.Content.Raiser;
        List<(string, string?)> words = happened switch
        {
            Raised raised => [("confidential.text", raised.Text), ("confidential.urgent", raised.Urgent)],
            Questioned asked => [("confidential.step.question", asked.Question)],
            Replied replied => [("confidential.step.reply", replied.Words)],
            Withdrawn withdrawn => [("confidential.reason", withdrawn.Reason)],
            // What the desk wrote for itself is not for the raiser.
            Decided decided => [("confidential.for-raiser", decided.ForPlace), ("confidential.internal", matter.IsRaiser ? null : decided.Internal), ("confidential.reason", decided.Reason)],
            Answered answered => [("confidential.step.answer", answered.Words)],
            Confirmed confirmed => [("confidential.reason", confirmed.Because)],
            _ => [],
        };
        var what = happened switch
        {
            Decided decided => $"confidential.event.Decided.{decided.Outcome}",
            Confirmed confirmed => $"confidential.event.Confirmed.{confirmed.Verdict}",
            _ => $"confidential.event.{happened.GetType().Name}",
        };
        return new MatterEntry(
            happened.Number, what, Local(happened.At), byDesk && matter.IsRaiser ? null : register.Official(happened.By)?.Titles(), byDesk && happened is not Unanswered,
            [.. words.Where(w => w.Item2 is { Length: > 0 }).Select(w => (w.Item1, w.Item2!))], (happened as Decided)?.PutOffTo);
    }

    private DateTime Local(DateTimeOffset at) => installation.Parts.Rules.ZoneAt(Now).LocalAt(at);
}
