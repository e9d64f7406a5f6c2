namespace Directives.Register.Import;

/// <summary>What a file of committees and agencies would change (R1); pure. None is ever removed: what it did refers to it.</summary>
internal static class BodiesImport
{
    public static ImportPlan Of(PlanDraft draft)
    {
        var (content, bodies) = (draft.Content, draft.Content.Bodies.ToDictionary(b => b.Id, StringComparer.Ordinal));
        var (places, officials) = (content.Places.Select(p => p.Code).ToHashSet(StringComparer.Ordinal), content.Officials.Select(o => o.Id).ToHashSet(StringComparer.Ordinal));
        var withZeros = PlanDraft.WithZeros(bodies.Keys);
        var after = new Dictionary<string, Body>(StringComparer.Ordinal);
        var added = new List<Body>();
        var rows = draft.Once("name", RegisterProblemKind.EmptyId, RegisterProblemKind.DuplicateId, "body").ToList();
        var inFile = rows.Select(r => r.Code).Concat(draft.Broken).ToHashSet(StringComparer.Ordinal);
        var missing = content.Bodies.Where(b => !inFile.Contains(b.Id)).ToList();
        foreach (var row in rows)
        {
            if (!draft.Needs(row, "name") | !draft.Needs(row, "name_en") | !draft.Needs(row, "kind")) continue;
            var known = bodies.GetValueOrDefault(row.Code);
            var body = new Body(row.Code, row["name"], row["name_en"], row["kind"], row.Or("place", draft.Codes.Shown(known?.Place ?? "") is { Length: > 0 } shown ? shown : null) is { } at ? draft.Codes.Key(at) : null, row.Or("clerk", known?.Clerk), row.Or("leader", known?.Leader));
            if (body.Place is { } place && !places.Contains(place)) draft.Wrong(row, RegisterProblemKind.UnknownPlace, row.Code, place);
            else if (body.Leader is { } leader && !officials.Contains(leader)) draft.Wrong(row, "import.wrong.leader", row.Code, leader);
            else if (body.Clerk is { } clerk && !officials.Contains(clerk)) draft.Wrong(row, "import.wrong.clerk", row.Code, clerk);
            else if (known is null) Unknown(row, body);
            else if (Changes(known, body) is { Count: > 0 } changes)
            {
                after.Add(row.Code, body);
                draft.Changed(row, new ImportWords("import.changed", [changes]));
            }
        }

        foreach (var body in missing) draft.Gone(body.Id, new ImportWords("import.gone.body", body.Name));
        return draft.Done(after.Count + added.Count == 0 ? content : content with { Bodies = [.. content.Bodies.Select(b => after.GetValueOrDefault(b.Id, b)), .. added] });

        void Unknown(ImportRow row, Body body)
        {
            if (officials.Contains(row.Code)) draft.Wrong(row, RegisterProblemKind.DuplicateId, row.Code);
            else if (draft.LostZeros(row, withZeros)) return;
            else if (missing.Find(b => FieldChange.Same(b.Name, body.Name)) is { } other) draft.Ambiguous(row, new ImportWords("import.ambiguous.id", body.Name, other.Id));
            else
            {
                added.Add(body);
                draft.New(row, new ImportWords("import.new", body.Name));
            }
        }
    }

    private static IReadOnlyList<ImportWords> Changes(Body before, Body after) => FieldChange.Of(
        ("name", before.Name, after.Name), ("name_en", before.NameEn, after.NameEn), ("kind", before.Kind, after.Kind),
        ("place", before.Place, after.Place), ("leader", before.Leader, after.Leader), ("clerk", before.Clerk, after.Clerk));
}
