using Directives.Calendars;
using Directives.Cycles;
using Directives.Editions;

namespace Directives.Simulation;

/// <summary>
/// When people file who behave by the shares and the seed of the options (R3); pure. The played year and the comparison of editions ask the same.
/// </summary>
/// <param name="options">Shares and seed.</param>
/// <param name="calendar">Working days.</param>
/// <param name="edition">In whose working hours people file.</param>
public sealed class FilingTimes(YearOptions options, WorkCalendar calendar, Edition edition)
{
    private const int WhenToFile = 1;
    private const int WhenItIsBack = 2;

    private readonly Behaviour _behaviour = new(options);
    private readonly Zone _zone = Zone.Of(edition.Zone);
    private readonly WorkingMinutes _minutes = new(calendar, Zone.Of(edition.Zone), edition.Letters);

    /// <summary>
    /// The name under which numbers are drawn for a period: that of the month in which it ends, whatever the cadence. So a report of a quarter is as
    /// punctual as that of its last month would be, and editions differ by their rules, not by luck.
    /// </summary>
    public static string DrawnFor(string directive, Period period) =>
        CyclePlan.IdOf(directive, Period.Containing(Cadence.Month, PeriodKind.Calendar, period.To));

    /// <summary>When a seat's report is filed (UTC); null for never.</summary>
    /// <param name="drawn">What <see cref="DrawnFor"/> said.</param>
    /// <param name="due">Due date (local day).</param>
    /// <param name="lastDay">Last local day on which a late report counts.</param>
    /// <param name="heard">When the first letter with a link came (UTC).</param>
    public DateTimeOffset? Of(string drawn, string seat, DateOnly due, DateOnly lastDay, DateTimeOffset heard)
    {
        var conduct = _behaviour.Of(drawn, seat);
        if (conduct == Conduct.Never) return null;
        var end = _zone.EndOfDay(due);
        var from = heard.AddMinutes(1);
        var (begin, until) = conduct == Conduct.OnTime ? (from, end) : (from > end ? from : end, _zone.StartOfDay(lastDay));
        var draw = _behaviour.Draw(drawn, seat, WhenToFile);

        // Who heard too late for what they meant to do does it as soon as they can.
        return _minutes.Pick(begin, until, draw) ?? _minutes.PickSoon(from, draw);
    }

    /// <summary>When a seat's report is filed instead (UTC), because all was down until <paramref name="back"/> (UTC).</summary>
    public DateTimeOffset Instead(string drawn, string seat, DateTimeOffset back) =>
        _minutes.PickSoon(back, _behaviour.Draw(drawn, seat, WhenItIsBack));
}
