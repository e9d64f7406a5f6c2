using Directives.Dossiers;
using Directives.Editions;

namespace Directives.Recommendations.Agenda;

/// <summary>Why a meeting's date is not taken.</summary>
public enum MeetingRefusal
{
    DayInPast,
    NoWorkingDay,

    /// <summary>More than a year ahead: most likely a slip.</summary>
    TooFar,
}

/// <summary>Sets the coming meetings of the Standing Committee.</summary>
public sealed class MeetingDesk(DossierStore dossiers, AgendaStore agenda, RuleBook rules, TimeProvider clock)
{
    /// <summary>Adds a meeting. Null when done; there already is the same as done.</summary>
    /// <param name="day">Local day.</param>
    public Task<MeetingRefusal?> AddAsync(DateOnly day, Actor by, CancellationToken cancel = default)
    {
        var today = rules.DayAt(clock.GetUtcNow());
        return day < today ? Task.FromResult<MeetingRefusal?>(MeetingRefusal.DayInPast)
            : day > today.AddYears(1) ? Task.FromResult<MeetingRefusal?>(MeetingRefusal.TooFar)
            : !rules.Calendar.IsWorkingDay(day) ? Task.FromResult<MeetingRefusal?>(MeetingRefusal.NoWorkingDay)
            : SetAsync(new Act("meeting-added", by).Note("meeting", null, $"{day:yyyy-MM-dd}"), all => all.Contains(day) ? null : [.. all.Append(day).Order()], cancel);
    }

    /// <summary>Takes a coming meeting away; one that is over stays. Gone already is the same as done.</summary>
    /// <param name="day">Local day.</param>
    public Task<MeetingRefusal?> RemoveAsync(DateOnly day, Actor by, CancellationToken cancel = default) =>
        day < rules.DayAt(clock.GetUtcNow()) ? Task.FromResult<MeetingRefusal?>(MeetingRefusal.DayInPast)
            : SetAsync(new Act("meeting-removed", by).Note("meeting", $"{day:yyyy-MM-dd}", null), all => all.Contains(day) ? [.. all.Where(d => d != day)] : null, cancel);

    private Task<MeetingRefusal?> SetAsync(Act act, Func<IReadOnlyList<DateOnly>, IReadOnlyList<DateOnly>?> change, CancellationToken cancel) =>
        Races.AgainAsync<MeetingRefusal?>(async () =>
        {
            var held = await agenda.HeadAsync(cancel);
            var head = held?.Head ?? new AgendaHead();
            if (change(head.Meetings) is { } meetings) await dossiers.CommitAsync(agenda.Dossier, held, head with { Meetings = meetings }, act, cancel);
            return null;
        });
}
