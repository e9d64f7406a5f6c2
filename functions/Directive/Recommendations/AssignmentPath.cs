using Directives.Calendars;

namespace Directives.Recommendations;

/// <summary>What happens to an assignment, and who owes what of it (R11); pure. A hand-over keeps its clock and its trail.</summary>
internal static class AssignmentPath
{
    public static AssignmentState Next(AssignmentState at, AssignmentEvent happened, DateOnly day, int mostHands) => happened switch
    {
        _ when at.Result is not null && happened is not PartConfirmed => at,
        Accepted when !at.WithOffice => at with { IsAccepted = true },
        // The office places what nobody keeps: that is no further hand.
        HandedOn to when at.WithOffice => at with { Lead = to.To, WithOffice = false, IsAccepted = false, PlacingSince = null },
        HandedOn when at.Hands + 1 >= mostHands => at with { Hands = at.Hands + 1, WithOffice = true, IsAccepted = false, PlacingSince = day, PlacingBy = happened.Number },
        HandedOn to => at with { Lead = to.To, Hands = at.Hands + 1, IsAccepted = false },
        MoreTimeAsked asked when !at.HasAsked => at with { Asked = asked, AskedOn = day, HasAsked = true },
        MoreTimeDecided { Until: { } until } when at.Asked is not null => at with { Asked = null, AskedOn = null, Due = until, Round = happened.Number },
        MoreTimeDecided => at with { Asked = null, AskedOn = null },
        Finished done => at with { Result = done.Result, Asked = null, AskedOn = null },
        PartConfirmed part when at.PartsOpen.Contains(part.Body) => at with { Parts = [.. at.Parts, part.Body] },
        _ => at,
    };

    public static IEnumerable<CaseDuty> Duties(AssignmentState at, bool urgent, CaseRules rules, WorkCalendar calendar)
    {
        var id = at.Assignment.Id;
        if (at.Result is null)
            yield return new CaseDuty($"result|{id}", DutyKind.Result, at.WithOffice ? Party.Office : new Party(PartyKind.Body, at.Lead), at.Due, at.Assignment.Due, at.Round, id);
        foreach (var body in at.PartsOpen)
            yield return new CaseDuty($"part|{id}|{body}", DutyKind.Part, new Party(PartyKind.Body, body), at.Due, at.Assignment.Due, at.Round, id);
        if (at.AskedOn is { } asked) yield return ToOffice(DutyKind.MoreTime, $"more-time|{id}", asked, at.Asked!.Number);
        if (at.PlacingSince is { } since) yield return ToOffice(DutyKind.Placing, $"placing|{id}", since, at.PlacingBy);

        CaseDuty ToOffice(DutyKind kind, string name, DateOnly day, int round)
        {
            var due = DutyDates.Due(rules.For(kind), urgent, day, calendar);
            return new CaseDuty(name, kind, Party.Office, due, due, round, id);
        }
    }
}
