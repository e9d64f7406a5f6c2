using Directives.Calendars;
using Directives.Chasing;

namespace Directives.Cycles;

/// <summary>How one sheet stands: what lists and counts need of it, without what was told.</summary>
/// <param name="Act">Number of the act after which it stands so.</param>
/// <param name="Open">What is still owed, the earliest due first.</param>
/// <param name="Unread">Reports whose newest version the office has not marked as read, the earliest first.</param>
/// <param name="Asked">Requests for more time that wait for the office.</param>
/// <param name="Counts">Seats by state; what is owed again counts as owed, whatever the mark of its first filing.</param>
public sealed record SheetStanding(
    SheetRef Ref, long Act, IReadOnlyList<Obligation> Open, IReadOnlyList<Obligation> Unread, IReadOnlyList<Obligation> Asked, AreaStanding Counts)
{
    /// <summary>Of a sheet as it was read.</summary>
    /// <param name="zone">Where its days begin and end.</param>
    public static SheetStanding Of(Sheet sheet, Zone zone)
    {
        // What was told can be long, and is read again where it is shown.
        var all = sheet.Obligations.Select(o => o with { Told = null, Pending = null }).ToList();
        var open = all.Where(o => o.State == ObligationState.Open).OrderBy(o => o.Due).ThenBy(o => o.Seat, StringComparer.Ordinal).ToList();
        var settled = all.Where(o => o.State is not (ObligationState.Open or ObligationState.NotOwed) || o.Mark is not null && o.State == ObligationState.NotOwed).ToList();
        return new SheetStanding(
            sheet.Ref,
            sheet.Head.Tip.Number,
            open,
            [.. settled.Where(o => o.Versions > o.ReadVersion).OrderBy(o => o.FiledAt).ThenBy(o => o.Seat, StringComparer.Ordinal)],
            [.. open.Where(o => o.Waiting() is not null)],
            new AreaStanding(
                sheet.Ref.Area,
                settled.Count(o => o.Mark == FilingMark.OnTime),
                settled.Count(o => o.Mark == FilingMark.Late),
                settled.Count(o => o.Mark is null),
                open.CountBy(o => o.Due).ToDictionary(),
                all.Where(o => o.FiledAt is not null).CountBy(o => zone.DateAt(o.FiledAt!.Value)).ToDictionary()));
    }
}
