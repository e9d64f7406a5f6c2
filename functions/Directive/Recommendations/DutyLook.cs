using Directives.Calendars;
using Directives.Chasing;
using Directives.Editions;
using Directives.Register;

namespace Directives.Recommendations;

/// <summary>How something owed in a recommendation stands when a letter about it is sealed.</summary>
/// <param name="IsOwed">Whether it still is.</param>
/// <param name="Owners">Ids of those who answer for it today: the letter that asks for it goes to nobody else.</param>
/// <param name="Matter">What the letter may say of it; null where it must not say anything.</param>
public sealed record DutyLook(bool IsOwed, IReadOnlyList<string> Owners, CaseMatter? Matter);

/// <summary>What a letter says of something owed in a recommendation.</summary>
/// <param name="Duty">What is owed, as it stands now.</param>
/// <param name="Place">Code of the place.</param>
/// <param name="RaisedOn">Local day.</param>
/// <param name="Ladder">The rungs by which it is chased.</param>
/// <param name="Zone">Where its days begin and end.</param>
public sealed record CaseMatter(CaseDuty Duty, string Place, CaseKind Kind, DateOnly RaisedOn, bool Urgent, IReadOnlyList<Rung> Ladder, Zone Zone);

/// <summary>Looks at cases for letters.</summary>
public interface IDutyLooks
{
    /// <summary>How what the notice is about stands; null where this one knows no such case.</summary>
    /// <param name="day">Local day.</param>
    ValueTask<DutyLook?> LookAsync(Notice notice, RegisterSnapshot register, DateOnly day, CancellationToken cancel);
}

/// <summary>Looks at the cases that are not confidential.</summary>
public sealed class DutyLooks(CaseStore cases) : IDutyLooks
{
    /// <inheritdoc/>
    public async ValueTask<DutyLook?> LookAsync(Notice notice, RegisterSnapshot register, DateOnly day, CancellationToken cancel)
    {
        if (await cases.FindAsync(notice.Case!, cancel) is not { } open) return null;
        var state = open.State;
        var now = state.Duties.FirstOrDefault(d => d.Id == notice.CaseDuty && d.Round == notice.Round);
        // What is over is still named by the letter that was sealed before.
        if ((now ?? open.Ladders.FirstOrDefault(l => l.Duty.Id == notice.CaseDuty && l.Duty.Round == notice.Round)?.Duty) is not { } duty) return new DutyLook(false, [], null);
        var owners = now is null ? [] : CaseParties.Readers(now.Party, state.Place, register, day).Select(o => o.Id).ToList();
        var matter = new CaseMatter(duty, state.Place, state.Kind, state.RaisedOn, state.Urgent, open.Held.Head.Rules.For(duty.Kind).Ladder, Zone.Of(open.Held.Head.Zone));
        return new DutyLook(now is not null, owners, matter);
    }
}
