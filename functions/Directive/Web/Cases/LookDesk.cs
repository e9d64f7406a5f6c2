using Directives.Dossiers;
using Directives.Language;
using Directives.Recommendations;
using Directives.Recommendations.Radar;
using Directives.Register;

namespace Directives.Web.Cases;

/// <summary>Answers the office's list of looks and the radar's pages; every case that is shown is asked as it stands.</summary>
public sealed class LookDesk(Installation installation)
{
    private const int Few = 100;
    private const int MostFound = 50;
    private const int MostLike = 10;
    private const int MostEmerging = 10;

    // Heads stand in as many partitions; a store over the network is asked for many at a time.
    private const int AtOnce = 32;

    private DateOnly Today => installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());

    /// <summary>What the office owes, urgent and earliest due first; counts; what rises; and the cases of a place.</summary>
    /// <param name="asked">Code or words of the name of a place; empty for none.</param>
    public async Task<LookView> ShowAsync(string asked, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var lines = new CaseLines(register);
        var (owed, more) = await installation.OwedCases.ListAsync(Party.Office, Few, cancel);
        var rows = owed.Select(o => new LookRow(
            lines.Of(o.Case), o.Duty.Kind, o.Duty.Due, installation.Parts.Rules.Calendar.WorkingDaysAfter(o.Duty.Due, Today),
            o.Case.State.Urgent ? ((Raised)o.Case.Events[0]).Urgent : null));
        var stranded = await installation.Merging.StrandedAsync(cancel);
        return new LookView(
            [.. rows.OrderByDescending(r => r.Case.State.Urgent).ThenBy(r => r.Due).ThenBy(r => r.Case.RaisedOn)], more, await StagesAsync(cancel),
            [.. stranded.Select(s => lines.Of(s.Case))], await EmergingAsync(register, lines, cancel), EmergingRule.Sample, asked,
            asked.Length == 0 ? [] : await FoundAsync(asked, register, lines, cancel));
    }

    /// <summary>A case beside those like it; null where there is none.</summary>
    public async Task<LikeView?> LikeAsync(string id, CancellationToken cancel)
    {
        if (await installation.Cases.FindAsync(id, cancel) is not { } open) return null;
        var lines = new CaseLines(await installation.Registers.GetAsync(cancel));
        var raised = (Raised)open.Events[0];
        var rows = new List<LikeRow>();
        foreach (var (_, like) in await installation.Radar.LikeAsync(raised.Kind, raised.Text, MostLike, c => c.Id != id, cancel))
        {
            if (await installation.Cases.FindAsync(like.Id, cancel) is { } other)
                rows.Add(new LikeRow(lines.Of(other), like, IsFree(other) && Waits(open), IsFree(open) && Waits(other)));
        }

        var merged = new List<CaseLine>();
        foreach (var waiting in await installation.Merging.WaitingForAsync(id, cancel))
        {
            if (await installation.Cases.FindAsync(waiting, cancel) is { } one) merged.Add(lines.Of(one));
        }

        var into = open.State is { Stage: CaseStage.Merged, MergedInto: { } other2 } ? await installation.Cases.FindAsync(other2, cancel) : null;
        return new LikeView(lines.Of(open), into is null ? null : lines.Of(into), merged, rows);
    }

    // What has no decision coming, and can still wait for one.
    private static bool IsFree(OpenCase open) => open.State.Stage is CaseStage.Look or CaseStage.Decision;

    private static bool Waits(OpenCase open) => open.State.Stage is CaseStage.Look or CaseStage.Asked or CaseStage.Decision or CaseStage.Merged;

    private async Task<IReadOnlyDictionary<CaseStage, int>> StagesAsync(CancellationToken cancel)
    {
        var stages = Enum.GetValues<CaseStage>().Where(s => s != CaseStage.Ended).ToDictionary(s => s, _ => 0);
        foreach (var some in (await installation.CaseList.OpenAsync(cancel)).Chunk(AtOnce))
        {
            foreach (var (id, held) in await Task.WhenAll(some.Select(ReadAsync)))
            {
                if (held is not { Head: var head }) continue;
                if (head.End is null) stages[head.Stage]++;
                else if (head.Tip.At + OwedCases.Settled < installation.Parts.Clock.GetUtcNow()) await installation.CaseList.StrikeOpenAsync(id, cancel);
            }
        }

        return stages;

        async Task<(string Id, Held<CaseHead>? Held)> ReadAsync(string id) => (id, await installation.Dossiers.HeadAsync<CaseHead>(installation.Cases.Ref(id).Dossier, cancel));
    }

    private async Task<IReadOnlyList<EmergingRow>> EmergingAsync(RegisterSnapshot register, CaseLines lines, CancellationToken cancel)
    {
        var rows = new List<EmergingRow>();
        foreach (var (emerging, _) in (await installation.Radar.EmergingAsync(EmergingRule.Sample, Today, cancel)).Take(MostEmerging))
        {
            if (await installation.Cases.FindAsync(emerging.Id, cancel) is { } latest)
                rows.Add(new EmergingRow(lines.Of(latest), [.. emerging.Places.Select(p => register.PlaceOf(p)?.Name ?? p)], emerging.Cases.Count, emerging.PlacesBefore));
        }

        return rows;
    }

    private async Task<IReadOnlyList<CaseLine>> FoundAsync(string asked, RegisterSnapshot register, CaseLines lines, CancellationToken cancel)
    {
        var folded = Folding.Fold(asked);
        // A place of that name or code, and all below it.
        var places = register.WithBelow(register.Content.Places.Where(p => p.Code == asked || Folding.Finds(Folding.Fold(p.Name), folded)).Select(p => p.Code));
        var found = new List<CaseLine>();
        foreach (var listed in await installation.Radar.OfPlacesAsync(places, MostFound, cancel))
        {
            if (await installation.Cases.FindAsync(listed.Id, cancel) is { } open) found.Add(lines.Of(open));
        }

        return found;
    }
}
