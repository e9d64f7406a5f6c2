using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;
using Directives.Reports;

namespace Directives.Extensions;

/// <summary>What an extension of whole areas moves; pure.</summary>
public sealed class AreaExtensionRules(Chase chase, WorkCalendar calendar, RegisterSnapshot register, DateOnly today)
{
    /// <summary>Why the request may not be carried out, or null.</summary>
    public RoundRefusal? Refuses(ExtensionRequest request) => RoundRules.Words(request.Reason) ?? RoundRules.Day(request.Due, today, calendar);

    /// <summary>Whether a seat lies in one of the places or below; or on the sheet of an area that is one of them.</summary>
    public bool Lies(string place, string area, IReadOnlySet<string> places) =>
        places.Contains(area) || places.Contains(place) || register.Ancestors(place).Any(above => places.Contains(above.Code));

    /// <summary>What moves on a sheet, and to whom it is told. A due date that is as late already stays.</summary>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<ExtensionMove> Moves(Sheet sheet, ExtensionRequest request, DateTimeOffset now)
    {
        // By the date, not by whether the alarm that closes the sheet has rung yet.
        if (sheet.Head.Closed || chase.Advance(sheet.Ref, sheet.Head, sheet.Obligations, now).Closes) return [];
        var places = request.Places.ToHashSet(StringComparer.Ordinal);
        var moves = new List<ExtensionMove>();
        foreach (var owed in sheet.Obligations.Where(o => Lies(o.Place, sheet.Ref.Area, places)))
        {
            if (RoundRules.Extend(owed, request.Reason, request.Due, today, calendar) is not null
                || chase.LadderFor(owed.Role, owed.Due, owed.Rule).Close <= now) continue;
            var after = chase.NewRound(owed, request.Due, request.Reason, now);
            var owner = register.HolderOf(owed.Seat, today)?.Id;
            IReadOnlyList<string> readers = owner is null ? [] : [owner, .. chase.Drafters.Of(owner)];
            moves.Add(new ExtensionMove(owed, after with
            {
                Told = [.. after.Told ?? [], .. readers.Select(reader => new ToldRung(after.Round, "extended", reader, now))],
            }, new ExtendedSeat(owed.Seat, after.Round, owner, readers)));
        }

        return moves;
    }
}

/// <summary>One obligation before and after, and whom it is told to.</summary>
public sealed record ExtensionMove(Obligation Before, Obligation After, ExtendedSeat Told);
