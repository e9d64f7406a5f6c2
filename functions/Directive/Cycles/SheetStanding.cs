using Directives.Chasing;

namespace Directives.Cycles;

/// <summary>How one sheet stands: what lists and counts need of it, without what was told.</summary>
/// <param name="Act">Number of the act after which it stands so.</param>
/// <param name="Open">What is still owed, the earliest due first.</param>
/// <param name="Unread">Reports whose newest version the office has not marked as read, the earliest first.</param>
/// <param name="OnTime">Seats by the mark of their first filing; what is owed again is not among them.</param>
/// <param name="Filed">When reports came (UTC), in order.</param>
public sealed record SheetStanding(
    SheetRef Ref, long Act, IReadOnlyList<Obligation> Open, IReadOnlyList<Obligation> Unread, int OnTime, int Late, int Missed,
    IReadOnlyList<DateTimeOffset> Filed)
{
    /// <summary>Requests for more time that wait for the office.</summary>
    public IEnumerable<Obligation> Asked => Open.Where(o => o.Waiting() is not null);

    /// <summary>Of a sheet as it was read.</summary>
    public static SheetStanding Of(Sheet sheet)
    {
        // What was told can be long, and is read again where it is shown.
        var all = sheet.Obligations.Select(o => o with { Told = null, Pending = null }).ToList();
        var settled = all.Where(o => o.State != ObligationState.Open).ToList();
        return new SheetStanding(
            sheet.Ref,
            sheet.Head.Tip.Number,
            [.. all.Where(o => o.State == ObligationState.Open).OrderBy(o => o.Due).ThenBy(o => o.Seat, StringComparer.Ordinal)],
            [.. settled.Where(o => o.Versions > o.ReadVersion).OrderBy(o => o.FiledAt).ThenBy(o => o.Seat, StringComparer.Ordinal)],
            settled.Count(o => o.Mark == FilingMark.OnTime),
            settled.Count(o => o.Mark == FilingMark.Late),
            settled.Count(o => o.Mark is null),
            [.. all.Where(o => o.FiledAt is not null).Select(o => o.FiledAt!.Value).Order()]);
    }
}
