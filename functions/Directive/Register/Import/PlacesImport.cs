namespace Directives.Register.Import;

/// <summary>
/// What a places file would change (R1); pure. Places are matched by code and date. A change makes a new version from the day on, so that the past stays
/// as it was. What the file leaves out ends only where nothing hangs on it; everything else takes a decree.
/// </summary>
internal static class PlacesImport
{
    public static ImportPlan Of(PlanDraft draft)
    {
        var places = new PlaceBook(draft.Content.Places, draft.Day, draft.Codes);
        var rows = draft.Once("name", RegisterProblemKind.EmptyCode, RegisterProblemKind.DuplicateCode, "").ToList();
        var inFile = rows.Select(r => r.Code).Concat(draft.Broken).Select(draft.Codes.Key).ToHashSet(StringComparer.Ordinal);
        var ends = new PlaceEnds(draft);
        foreach (var row in rows)
        {
            if (!draft.Needs(row, "name") | !draft.Needs(row, "level")) continue;
            var key = draft.Codes.Key(row.Code);
            if (draft.Codes.Key(row["parent"]) is { Length: > 0 } parent && !inFile.Contains(parent) && !places.Knows(parent))
            {
                draft.Wrong(row, RegisterProblemKind.UnknownParent, row.Code, row["parent"]);
                continue;
            }

            if (places.Target(key, row.Day("from")) is { } known) Known(draft, places, row, known, inFile, ends);
            else if (places.Last(key) is { } last) Ended(draft, places, row, last);
            else Unknown(draft, places, row, inFile);
        }

        Missing(draft, places, rows, inFile, ends);
        foreach (var (row, reason) in ends.Refused(places.All)) draft.Wrong(row, "import.wrong.place-end", row.Code, reason);
        return draft.Done(places.IsChanged ? draft.Content with { Places = places.All } : draft.Content);
    }

    private static void Unknown(PlanDraft draft, PlaceBook places, ImportRow row, HashSet<string> inFile)
    {
        if (draft.LostZeros(row, places.WithZeros)) return;
        if (places.Alike(row, inFile) is { } other)
        {
            draft.Ambiguous(row, new ImportWords("import.ambiguous.place", row["name"], other.ShownCode(), other.Name));
            return;
        }

        var from = row.Day("from") ?? draft.Day;
        if (!Runs(draft, row, from, row.Day("to"))) return;
        places.Add(Read(draft, row, null, from, row.Day("to")));
        draft.New(row, new ImportWords("import.place.new", row["name"], from));
    }

    // A code that ended may live on in another unit: then the file says from when.
    private static void Ended(PlanDraft draft, PlaceBook places, ImportRow row, Place last)
    {
        if (row.Day("from") == last.From && row.Day("to") == last.To && Changes(draft, last, row).Count == 0) return;
        if (row.Day("from") is not { } from || from <= last.To)
        {
            draft.Ambiguous(row, new ImportWords("import.ambiguous.ended", row.Code, last.Name, last.To));
            return;
        }

        if (!Runs(draft, row, from, row.Day("to"))) return;
        places.Add(Read(draft, row, null, from, row.Day("to")));
        draft.New(row, new ImportWords("import.place.lives-on", row["name"], row.Code, from));
    }

    private static void Known(PlanDraft draft, PlaceBook places, ImportRow row, Place known, HashSet<string> inFile, PlaceEnds ends)
    {
        var (from, to) = (row.Day("from"), row.DayOr("to", known.To));
        var changes = Changes(draft, known, row);
        // An older file still names the day on which an earlier version began: it does not ask to go back there.
        if (from < known.From && changes.Count > 0 && !places.Began(known.Code, from.Value))
        {
            draft.Wrong(row, "import.wrong.place-past", row.Code, known.From);
            return;
        }

        // The day on which the version began says nothing new; a later one is when the change counts.
        var start = from is { } day && day > known.From ? day : known.From > draft.Day ? known.From : draft.Day;
        if (changes.Count > 0 && !FieldChange.Same(known.Name, row["name"]) && places.Alike(row, inFile) is { } other)
        {
            draft.Ambiguous(row, new ImportWords("import.ambiguous.place", row["name"], other.ShownCode(), other.Name));
            return;
        }

        if (!Runs(draft, row, changes.Count > 0 ? start : known.From, to)) return;
        if (changes.Count > 0 && places.Next(known) is { } next && start < next.From)
        {
            draft.Wrong(row, "import.wrong.place-next", row.Code, next.From);
            return;
        }

        if (to is { } last && to != known.To) ends.Add(known.Code, last, row);
        if (changes.Count > 0)
        {
            places.Replace(known, Read(draft, row, known, start, to));
            draft.Changed(row, new ImportWords(start == known.From ? "import.place.corrected" : "import.place.changed", changes, start));
        }
        else if (to != known.To)
        {
            places.Replace(known, known with { To = to });
            draft.Changed(row, to is null ? new ImportWords("import.place.stays") : new ImportWords("import.place.ends", to));
        }
    }

    private static void Missing(PlanDraft draft, PlaceBook places, List<ImportRow> rows, HashSet<string> inFile, PlaceEnds ends)
    {
        var levels = rows.Select(r => r["level"]).ToHashSet(StringComparer.Ordinal);
        var before = draft.Day.AddDays(-1);
        var missing = places.InForce.Where(p => !inFile.Contains(p.Code)).ToList();
        // A file of a part of the province says nothing of the rest.
        var told = missing.Where(p => p.From < draft.Day && p.To is null && levels.Contains(p.Level) && (p.Parent is null || inFile.Contains(p.Parent))).ToList();
        var reasons = ends.Of(told.Select(p => (p.Code, before)), places.All);
        foreach (var place in missing)
        {
            var end = told.Contains(place) && !reasons.ContainsKey(place.Code);
            if (end) places.Replace(place, place with { To = before });
            draft.Gone(place.ShownCode(), end ? new ImportWords("import.gone.place-ends", place.Name, before)
                : new ImportWords("import.gone.place-stays", place.Name, reasons.GetValueOrDefault(place.Code) ?? new ImportWords(place.To is null ? "import.place.outside" : "import.place.ends-anyway", place.To)));
        }
    }

    private static bool Runs(PlanDraft draft, ImportRow row, DateOnly from, DateOnly? to)
    {
        if (to is null || to >= from) return true;
        draft.Wrong(row, RegisterProblemKind.EndBeforeStart, row.Code, PlaceChecks.Text(from), PlaceChecks.Text(to.Value));
        return false;
    }

    private static IReadOnlyList<ImportWords> Changes(PlanDraft draft, Place place, ImportRow row) => FieldChange.Of(
        ("name", place.Name, row["name"]), ("kind", place.Kind, row["kind"]), ("level", place.Level, row["level"]), ("parent", draft.Codes.Shown(place.Parent ?? ""), row["parent"]));

    private static Place Read(PlanDraft draft, ImportRow row, Place? known, DateOnly from, DateOnly? to) => new(
        known?.Code ?? row.Code, row["name"], row["kind"], row["level"], row["parent"].Length == 0 ? null : draft.Codes.Key(row["parent"]), from, to)
    { OfficialCode = known?.OfficialCode };
}
