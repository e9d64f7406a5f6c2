namespace Directives.Register;

/// <summary>What can be wrong with absences and with what passed from place to place (R1). Pure.</summary>
internal static class LifeChecks
{
    public static void Check(
        List<RegisterProblem> problems, RegisterContent content, HashSet<string> places, HashSet<string> seats, HashSet<string> officials)
    {
        foreach (Absence absence in content.Absences)
        {
            RegisterChecks.Know(problems, officials, RegisterProblemKind.UnknownOfficial, "absence", absence.Official);
            if (absence.Substitute is { } substitute)
                RegisterChecks.Know(problems, officials, RegisterProblemKind.UnknownOfficial, $"absence of {absence.Official}", substitute);
            PlaceChecks.CheckTerm(problems, absence.Official, null, absence.From, absence.To);
            if (absence.Substitute == absence.Official)
                problems.Add(new(RegisterProblemKind.SubstituteOfSelf, absence.Official));
        }

        foreach (IGrouping<string, Absence> of in content.Absences.Where(a => a.To is null || a.From <= a.To).GroupBy(a => a.Official))
        {
            Absence? last = null;
            foreach (Absence absence in of.OrderBy(a => a.From))
            {
                if (last is not null && Term.Overlap(last.From, last.To, absence.From, absence.To))
                    problems.Add(new(RegisterProblemKind.OverlappingAbsences, of.Key, null, PlaceChecks.Text(last.From), PlaceChecks.Text(absence.From)));
                last = absence;
            }
        }

        foreach (Succession one in content.Successions)
        {
            RegisterChecks.Know(problems, places, RegisterProblemKind.UnknownPlace, one.From, one.From);
            RegisterChecks.Know(problems, places, RegisterProblemKind.UnknownPlace, one.From, one.To);
        }

        foreach (SeatSuccession one in content.SeatSuccessions)
        {
            RegisterChecks.Know(problems, seats, RegisterProblemKind.UnknownSeat, one.From, one.From, one.To);
            RegisterChecks.Know(problems, seats, RegisterProblemKind.UnknownSeat, one.To, one.To, one.From);
        }

        Circles(problems, content.Successions.Select(s => (s.From, s.To)));
        Circles(problems, content.SeatSuccessions.Select(s => (s.From, s.To)));
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (Decree decree in content.Decrees)
        {
            if (!numbers.Add(decree.Number)) problems.Add(new(RegisterProblemKind.DuplicateId, decree.Number));
        }
    }

    // What passes on in a circle would never arrive.
    private static void Circles(List<RegisterProblem> problems, IEnumerable<(string From, string To)> successions)
    {
        ILookup<string, string> next = successions.ToLookup(s => s.From, s => s.To, StringComparer.Ordinal);
        foreach (string start in next.Select(n => n.Key))
        {
            var met = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(next[start]);
            while (open.TryPop(out string? at))
            {
                if (at == start)
                {
                    problems.Add(new(RegisterProblemKind.SuccessionCircle, start));
                    break;
                }

                if (!met.Add(at)) continue;
                foreach (string further in next[at]) open.Push(further);
            }
        }
    }
}
